import { formatCode, formatDate } from '../../../i18n/format.ts';
import { daysLeftPhrase } from '../../../i18n/words.ts';
import type { Language, Plan } from '../../../plan/types.ts';
import type { ActionItemReading } from '../../../reading/meetings.ts';
import { actionPath, meetingPath, meetingsPath } from '../../meeting-paths.ts';
import { EvidenceLink } from '../../parts/evidence-link.tsx';
import { DoneNotice, FaultSummary, type FormFaults, InputField, TextField, type Typed } from '../../parts/fields.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { FormToken } from '../../parts/form-token.tsx';
import { Mark, StatusMark } from '../../parts/status-mark.tsx';
import { Day } from '../../parts/time.tsx';
import { indicatorPath } from '../../paths.ts';
import type { FilledForm } from '../../read-form.ts';
import type { Session } from '../../web-parts.ts';
import { actWords } from '../../wording/act-words.ts';
import { capital } from '../../wording/capital.ts';
import { meetingPageWords } from '../../wording/meeting-page-words.ts';
import { wordingIn } from '../../wording/wording.ts';
import { Refused } from './new-meeting-page.tsx';

interface ActionListProps {
  readonly plan: Plan;
  readonly items: readonly ActionItemReading[];
  readonly language: Language;
}

/** What the meetings of a plan decided that somebody has to do; what is open first, the nearest day first. */
export function ActionList({ plan, items, language }: ActionListProps) {
  const say = meetingPageWords(language);
  const open = items.filter(({ isOpen }) => isOpen).sort((one, other) => one.daysLeft - other.daysLeft);
  const settled = items.filter(({ isOpen }) => !isOpen);
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{plan.office.name[language]}</span>
          {say.actions}
        </h1>
        <p class="lead-quiet">{say.actionsLead}</p>
      </div>
      <ul class="leads">
        <li>
          <a href={meetingsPath(plan.id)}>{say.meetings}</a>
        </li>
      </ul>
      {items.length === 0 && <p class="quiet">{say.noActions}</p>}
      {open.length > 0 && <Items title={say.openActions} plan={plan} items={open} language={language} />}
      {settled.length > 0 && <Items title={say.settledActions} plan={plan} items={settled} language={language} />}
    </>
  );
}

function Items({ title, plan, items, language }: ActionListProps & { readonly title: string }) {
  const say = meetingPageWords(language);
  return (
    <section>
      <h2>{title}</h2>
      <div class="table-frame">
        <table class="list-table">
          <caption class="hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say.whatDecided}</th>
              <th scope="col">{say.who}</th>
              <th scope="col">{say.dueOn}</th>
              <th scope="col">{say.status}</th>
              <th scope="col">{say.fromMeeting}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr class="row">
                <th class="title" scope="row">
                  <a href={actionPath(plan.id, item.code)}>
                    {formatCode(item.code, language)} <span lang={plan.language}>{item.text}</span>
                  </a>
                </th>
                <td data-label={say.who}>{implementersOf(item, plan, language)}</td>
                <td data-label={say.dueOn}>
                  <span>
                    <Day date={item.due} language={language} />
                    {item.isOpen && (
                      <span class={item.daysLeft < 0 ? 'small late' : 'small'}>
                        {daysLeftPhrase(item.daysLeft, language)}
                      </span>
                    )}
                  </span>
                </td>
                <td data-label={say.status}>
                  <ItemMark item={item} language={language} />
                </td>
                <td data-label={say.fromMeeting}>
                  <a href={meetingPath(plan.id, item.meeting)}>
                    {formatCode(`M${item.meeting}`, language)}, {formatDate(item.decidedOn, language)}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ItemMark({ item, language }: { item: ActionItemReading; language: Language }) {
  if (item.isOpen && item.daysLeft < 0) {
    return <Mark name="overdue" label={capital(wordingIn(language).overdue)} />;
  }
  return <StatusMark status={item.status} language={language} />;
}

/** The implementers as the minutes call them; the responsible post where they call nobody. */
function implementersOf(item: ActionItemReading, plan: Plan, language: Language): string {
  const post = plan.posts.find(({ id }) => id === item.post)?.title[language] ?? item.post;
  return item.implementers.length > 0 ? item.implementers.join('; ') : post;
}

export interface ActionPageProps {
  readonly plan: Plan;
  readonly item: ActionItemReading;
  /** Whether this person may record it as done. */
  readonly mayRecord: boolean;
  readonly session: Session;
  readonly language: Language;
  readonly done?: boolean | undefined;
  readonly form?: FilledForm | undefined;
  readonly faults?: FormFaults | undefined;
}

/** One decision: what it asks, how it stands, and the form that settles it. */
export function ActionPage(props: ActionPageProps) {
  const { plan, item, mayRecord, session, language, done, form, faults = {} } = props;
  const say = meetingPageWords(language);
  const acts = actWords(language);
  const { '': whole, ...byField } = faults;
  const typed: Typed = form?.fields ?? {};
  return (
    <>
      <div class="heading">
        <h1>
          <span class="over">{formatCode(item.code, language)}</span>
          <span lang={plan.language}>{item.text}</span>
        </h1>
      </div>
      {done && <DoneNotice>{say.done.action}</DoneNotice>}
      {whole && <Refused text={whole} language={language} />}
      <FaultSummary title={acts.faultsTitle} faults={byField} />
      <dl class="facts-wide">
        <dt>{say.status}</dt>
        <dd>
          <ItemMark item={item} language={language} />
        </dd>
        <dt>{say.dueOn}</dt>
        <dd>
          <Day date={item.due} language={language} />
          {item.isOpen && ` · ${daysLeftPhrase(item.daysLeft, language)}`}
        </dd>
        <dt>{say.who}</dt>
        <dd>{implementersOf(item, plan, language)}</dd>
        <dt>{say.post}</dt>
        <dd>{plan.posts.find(({ id }) => id === item.post)?.title[language] ?? item.post}</dd>
        {item.about && (
          <>
            <dt>{say.about}</dt>
            <dd>
              <a href={indicatorPath(plan.id, item.about)}>{formatCode(item.about, language)}</a>
            </dd>
          </>
        )}
        <dt>{say.fromMeeting}</dt>
        <dd>
          <a href={meetingPath(plan.id, item.meeting)}>
            {formatCode(`M${item.meeting}`, language)}, {formatDate(item.decidedOn, language)}
          </a>
        </dd>
        <Outcome plan={plan} item={item} language={language} />
      </dl>
      {item.isOpen && mayRecord && (
        <section class="acts">
          <h2>{say.doneAction}</h2>
          <form
            class="form act-form"
            method="post"
            action={actionPath(plan.id, item.code)}
            enctype="multipart/form-data"
          >
            <FormToken session={session} />
            <input type="hidden" name="seen" value={String(item.logSeq)} />
            <InputField name="on" label={acts.on} hint={acts.onHint} maxlength={40} typed={typed} faults={faults} />
            <TextField name="note" label={acts.optional(acts.note)} typed={typed} faults={faults} maxlength={4_000} />
            <InputField
              name="reference"
              label={acts.optional(acts.paper)}
              hint={acts.paperHint}
              maxlength={300}
              typed={typed}
              faults={faults}
            />
            <FileField name="file" language={language} faults={faults} form={form} />
            <button type="submit">{say.doneAction}</button>
          </form>
        </section>
      )}
    </>
  );
}

/** When it was done, and what was said and shown of it. */
function Outcome({ plan, item, language }: { plan: Plan; item: ActionItemReading; language: Language }) {
  const say = wordingIn(language);
  return (
    <>
      {item.achievedOn && (
        <>
          <dt>{actWords(language).on}</dt>
          <dd>
            <Day date={item.achievedOn} language={language} />
          </dd>
        </>
      )}
      {item.note && (
        <>
          <dt>{say.note}</dt>
          <dd class="as-typed">{item.note}</dd>
        </>
      )}
      {item.reason && (
        <>
          <dt>{say.reason}</dt>
          <dd class="as-typed">{item.reason}</dd>
        </>
      )}
      {item.evidence.length > 0 && (
        <>
          <dt>{say.evidence}</dt>
          <dd>
            {item.evidence.map(({ reference, file }) => (
              <p>
                {reference} {file && <EvidenceLink planId={plan.id} code={item.code} file={file} language={language} />}
              </p>
            ))}
          </dd>
        </>
      )}
    </>
  );
}
