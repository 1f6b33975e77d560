import type { LocalDate } from '../../../calendar/types.ts';
import { formatDate, formatFiscalYear } from '../../../i18n/format.ts';
import { peopleToMind } from '../../../plan/people-to-mind.ts';
import type { Language, Plan, Tenure } from '../../../plan/types.ts';
import { planPeoplePath } from '../../administration-paths.ts';
import { FaultSummary, type FormFaults, InputField, type Typed } from '../../parts/fields.tsx';
import { FormToken } from '../../parts/form-token.tsx';
import { Icon, Mark } from '../../parts/status-mark.tsx';
import type { Session } from '../../web-parts.ts';
import { peopleWords } from '../../wording/people-words.ts';
import { AddTenureForm, ChangePersonForm } from './people-forms.tsx';

export interface PeoplePageProps {
  readonly plan: Plan;
  readonly today: LocalDate;
  readonly session: Session;
  readonly language: Language;
  /** The form that did not do, by its place on the page, with what was typed into it. */
  readonly refused?: { readonly form: string; readonly typed: Typed; readonly faults: FormFaults };
}

/** Who holds which post of a plan, from when until when, and the forms that change it. */
export function PeoplePage(props: PeoplePageProps) {
  const { plan, session, language, refused } = props;
  const say = peopleWords(language);
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{`${plan.office.name[language]}, ${formatFiscalYear(plan.fiscalYear, language)}`}</span>
          {say.title}
        </h1>
        <p class="quiet">{say.lead}</p>
      </div>
      {refused && <FaultSummary title={say.faultsTitle} faults={refused.faults} idOf={`${refused.form}-`} />}
      <ToMind {...props} />
      <Posts {...props} />
      <h2 id="add">{say.add}</h2>
      <p class="quiet">{say.addLead}</p>
      <AddTenureForm plan={plan} session={session} language={language} refused={refused} />
      <h2>{say.people}</h2>
      {plan.people.map((person) => (
        <details class="more-form" {...(refused?.form === `change-${person.id}` ? { open: true } : {})}>
          <summary>
            {person.name[language]} <span class="quiet breakable">{person.email}</span>
          </summary>
          <ChangePersonForm plan={plan} person={person} session={session} language={language} refused={refused} />
        </details>
      ))}
    </>
  );
}

function ToMind({ plan, today, language }: PeoplePageProps) {
  const say = peopleWords(language);
  const { vacant, ending, idle } = peopleToMind(plan, today);
  const told = [
    ...vacant.map(({ title }) => say.mindVacant(title[language])),
    ...ending.map(({ person, post, tenure }) =>
      say.mindEnding(person.name[language], post.title[language], formatDate(tenure.to!, language)),
    ),
    ...idle.map(({ name }) => say.mindIdle(name[language])),
  ];
  if (told.length === 0) return null;
  return (
    <section class="to-mind">
      <h2>{say.mind}</h2>
      <ul>
        {told.map((one) => (
          <li class="mark">
            <span class="soon">
              <Icon shape="alert" />
            </span>
            <span>{one}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Posts(props: PeoplePageProps) {
  const { plan, today, language } = props;
  const say = peopleWords(language);
  return (
    <>
      {plan.posts.map((post) => {
        const held = plan.people.flatMap((person) =>
          person.holds.flatMap((tenure, index) => (tenure.post === post.id ? [{ person, tenure, index }] : [])),
        );
        return (
          <section class="post">
            <h2>{post.title[language]}</h2>
            {held.every(({ tenure }) => stateOf(tenure, today) !== 'now') && <p class="soon">{say.vacant}</p>}
            <ul class="tenures">
              {held.map(({ person, tenure, index }) => (
                <li>
                  <div>
                    <strong>{person.name[language]}</strong>{' '}
                    <span class="quiet">{tenure.deputy ? say.deputy : say.inCharge}</span>
                    <span class="small breakable">{person.email}</span>
                  </div>
                  <div>
                    {`${tenure.from ? formatDate(tenure.from, language) : say.since} – ${
                      tenure.to ? formatDate(tenure.to, language) : say.untilFurther
                    }`}
                    <StateOf tenure={tenure} today={today} language={language} />
                  </div>
                  {stateOf(tenure, today) !== 'past' && (
                    <EndForm {...props} person={person.id} tenure={tenure} index={index} />
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function StateOf({ tenure, today, language }: { tenure: Tenure; today: LocalDate; language: Language }) {
  const say = peopleWords(language);
  const state = stateOf(tenure, today);
  if (state === 'now') return null;
  return (
    <span class="small">
      <Mark name={state === 'past' ? 'withdrawn' : 'notStarted'} label={state === 'past' ? say.ended : say.begins} />
    </span>
  );
}

function stateOf({ from, to }: Tenure, today: LocalDate): 'past' | 'now' | 'ahead' {
  if (to !== null && to < today) return 'past';
  return from !== null && today < from ? 'ahead' : 'now';
}

function EndForm(props: PeoplePageProps & { person: string; tenure: Tenure; index: number }) {
  const { plan, session, language, refused, person, tenure, index } = props;
  const say = peopleWords(language);
  const form = `end-${person}-${index}`;
  const own = refused?.form === form ? refused : undefined;
  const title = plan.posts.find(({ id }) => id === tenure.post)?.title[language] ?? tenure.post;
  const name = plan.people.find(({ id }) => id === person)!.name[language];
  return (
    <details class="more-form" {...(own ? { open: true } : {})}>
      <summary aria-label={say.endOf(name, title)}>{say.end}</summary>
      <form class="form" method="post" action={`${planPeoplePath(plan.id)}/end`}>
        <FormToken session={session} />
        <input type="hidden" name="person" value={person} />
        <input type="hidden" name="tenure" value={String(index)} />
        <InputField
          name="to"
          id={`${form}-to`}
          type="date"
          label={say.endOn}
          typed={own?.typed ?? { to: tenure.to ?? undefined }}
          faults={own?.faults}
        />
        <button class="second-button" type="submit">
          {say.showDifference}
        </button>
      </form>
    </details>
  );
}
