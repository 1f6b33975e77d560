import type { PreferenceReading } from '../../acting/set-preference.ts';
import type { Language } from '../../plan/types.ts';
import { AccountMenu } from '../parts/account-menu.tsx';
import { DoneNotice, FaultSummary, type FormFaults, SelectField, type Typed } from '../parts/fields.tsx';
import { FormToken } from '../parts/form-token.tsx';
import type { Session } from '../web-parts.ts';
import { accountWords } from '../wording/account-words.ts';
import { wordingIn } from '../wording/wording.ts';

interface PreferencesProps {
  readonly reading: PreferenceReading;
  readonly session: Session;
  readonly language: Language;
  readonly typed?: Typed | undefined;
  readonly faults?: FormFaults | undefined;
  readonly isSaved?: boolean;
}

/** How somebody likes to be written to. */
export function PreferencesPage(props: PreferencesProps) {
  const { reading, session, language, faults = {}, isSaved } = props;
  const say = accountWords(language);
  const { preference, usualHour, hours } = reading;
  const typed = props.typed ?? {
    language: preference.language ?? '',
    hour: preference.hour ?? '',
    delivery: preference.delivery,
  };
  const languages = (['bn', 'en'] as const).map((value) => ({ value, label: wordingIn(language).languageName[value] }));
  return (
    <>
      <AccountMenu current="preferences" language={language} />
      <div class="heading">
        <h1>{say.preferences}</h1>
        <p class="lead-quiet">{say.preferencesLead}</p>
      </div>
      {isSaved && <DoneNotice>{say.saved}</DoneNotice>}
      <FaultSummary title={say.faultsTitle} faults={faults} />
      <form class="form" method="post" action="/account/preferences">
        <FormToken session={session} />
        <SelectField
          name="language"
          label={say.languageLabel}
          hint={say.languageHint}
          typed={typed}
          faults={faults}
          choices={[{ value: '', label: say.asPlanSays }, ...languages]}
        />
        <SelectField
          name="hour"
          label={say.hourLabel}
          hint={say.hourHint}
          typed={typed}
          faults={faults}
          choices={[
            { value: '', label: say.usualHour(usualHour) },
            ...hours.map((hour) => ({ value: hour, label: say.notBefore(hour) })),
          ]}
        />
        <SelectField
          name="delivery"
          label={say.deliveryLabel}
          hint={say.deliveryHint}
          typed={typed}
          faults={faults}
          choices={[
            { value: 'digest', label: say.digest },
            { value: 'single', label: say.single },
          ]}
        />
        <button type="submit">{say.save}</button>
      </form>
    </>
  );
}

/** For the administrator whom the program's own console let in: nobody writes there. */
export function OnlyWithAddress(props: { readonly current: 'preferences' | 'calendar'; readonly language: Language }) {
  const say = accountWords(props.language);
  return (
    <>
      <AccountMenu current={props.current} language={props.language} />
      <div class="heading">
        <h1>{say.onlyWithAddress}</h1>
        <p class="lead-quiet">{say.onlyWithAddressAdvice}</p>
      </div>
    </>
  );
}
