import { localDate } from '../../../calendar/local-time.ts';
import type { NoticesLeft, PlanPreview } from '../../../engine/preview-plan.ts';
import { formatCode, formatDate, formatFiscalYear, formatNumber } from '../../../i18n/format.ts';
import type { Language } from '../../../plan/types.ts';
import { ADMINISTRATION_PLANS } from '../../administration-paths.ts';
import { FormToken } from '../../parts/form-token.tsx';
import { PlanChanges } from '../../parts/plan-changes.tsx';
import type { Session } from '../../web-parts.ts';
import { administrationWords } from '../../wording/administration-words.ts';
import { CheckForm } from './plan-forms.tsx';

interface DifferenceProps {
  readonly preview: PlanPreview;
  readonly name: string;
  readonly text: string;
  /** That somebody applied another version after this person had looked. */
  readonly isStale: boolean;
  readonly session: Session;
  readonly language: Language;
}

/** What applying a plan would change and mean, with the button that applies exactly that. */
export function DifferencePage(props: DifferenceProps) {
  const { preview, name, text, isStale, session, language } = props;
  const say = administrationWords(language);
  const { plan, before, isChanged, changes, otherKind } = preview;
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{`${plan.office.name[language]}, ${formatFiscalYear(plan.fiscalYear, language)}`}</span>
          {isChanged ? (before ? say.difference : say.differenceNew) : say.unchanged}
        </h1>
        <p class="quiet">{isChanged ? say.notYetApplied : say.unchangedLead}</p>
      </div>
      {isStale && (
        <div class="fault-summary" role="alert" tabindex={-1} autofocus>
          <h2>{say.stale}</h2>
          <p>{say.staleLead}</p>
        </div>
      )}
      {otherKind.length > 0 && (
        <div class="fault-summary" role="alert" tabindex={-1} autofocus>
          <h2>{say.otherKind(otherKind.map((code) => formatCode(code, language)).join(', '))}</h2>
          <p>{say.otherKindAdvice}</p>
        </div>
      )}
      {isChanged && <Meaning preview={preview} language={language} />}
      {isChanged && <ApplyForm {...props} />}
      {changes.length > 0 && (
        <>
          <h2>{say.changes}</h2>
          <PlanChanges changes={changes} language={language} />
        </>
      )}
      <details class="more-form">
        <summary>{say.editText}</summary>
        <CheckForm session={session} language={language} typed={{ name, text }} isAgain />
      </details>
    </>
  );
}

function ApplyForm({ preview, name, text, session, language }: DifferenceProps) {
  const say = administrationWords(language);
  return (
    <form class="form" method="post" action={`${ADMINISTRATION_PLANS}/apply`} enctype="multipart/form-data">
      <FormToken session={session} />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="seen" value={String(preview.seen)} />
      <input type="hidden" name="shown" value={preview.shown} />
      {preview.otherKind.length === 0 && (
        <>
          <p class="quiet">{say.applyNote}</p>
          <button type="submit">{say.apply}</button>
          <button class="second-button" type="submit" formaction={`${ADMINISTRATION_PLANS}/notices`}>
            {say.seeNotices}
          </button>
          <p class="quiet">{say.seeNoticesNote}</p>
        </>
      )}
    </form>
  );
}

function Meaning({ preview, language }: { preview: PlanPreview; language: Language }) {
  const say = administrationWords(language);
  const { added, returned, redefined, withdrawn, plan } = preview;
  const count = (list: readonly unknown[]) => formatNumber(list.length, language);
  const codes = (list: readonly string[]) => list.map((code) => formatCode(code, language)).join(', ');
  const isQuiet = added.length + returned.length + redefined.length + withdrawn.length === 0;
  return (
    <>
      <h2>{say.meaning}</h2>
      {isQuiet ? (
        <p>{say.meansNothingOwed}</p>
      ) : (
        <ul class="meanings">
          {added.length > 0 && <li>{`${say.meansNew(count(added))}: ${codes(added.map(({ code }) => code))}`}</li>}
          {returned.length > 0 && <li>{`${say.meansReturned(count(returned))}: ${codes(returned)}`}</li>}
          {redefined.length > 0 && (
            <li>{`${say.meansRedefined(count(redefined))}: ${codes(redefined.map(({ code }) => code))}`}</li>
          )}
          {withdrawn.length > 0 && (
            <li>
              <strong>{`${say.meansWithdrawn(count(withdrawn))}: ${codes(withdrawn)}.`}</strong> {say.withdrawnNote}
            </li>
          )}
        </ul>
      )}
      {redefined.length > 0 && (
        <div class="table-frame">
          <table class="list-table">
            <caption>{say.noticesMoved}</caption>
            <thead>
              <tr>
                <th scope="col">{say.parts.plans[0]}</th>
                <th scope="col">{say.noticesBefore}</th>
                <th scope="col">{say.noticesAfter}</th>
              </tr>
            </thead>
            <tbody>
              {redefined.map((one) => (
                <tr class="row">
                  <th class="title" scope="row">
                    {formatCode(one.code, language)}
                    <span class="small">{one.moved ? say.dueMoved : say.dueSame}</span>
                  </th>
                  <td data-label={say.noticesBefore}>
                    <Left left={one.before} zone={plan.zone} language={language} />
                  </td>
                  <td data-label={say.noticesAfter}>
                    <Left left={one.after} zone={plan.zone} language={language} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Left({ left, zone, language }: { left: NoticesLeft; zone: string; language: Language }) {
  const say = administrationWords(language);
  const { count, next } = left;
  return (
    <span>
      {say.noticeCount(formatNumber(count, language))}
      {next !== null && `, ${say.nextOn(formatDate(localDate(next, zone), language))}`}
    </span>
  );
}
