import type { Attempt } from '../../db/queries/attempts.ts';
import type { StoredMessage } from '../../db/queries/messages.ts';
import type { PlanFace } from '../../db/queries/plan-faces.ts';
import { formatCode, formatFiscalYear, formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { postTitle } from '../parts/people.ts';
import { Mark } from '../parts/status-mark.tsx';
import { Moment } from '../parts/time.tsx';
import { indicatorPath, messagePath, planPath } from '../paths.ts';
import type { Session } from '../web-parts.ts';
import { wordingIn } from '../wording/wording.ts';
import { MessageActs, MessageDone, type MessageRights } from './message-acts.tsx';

interface Props {
  readonly may: MessageRights;
  readonly session: Session;
  /** What a button of this page did just before. */
  readonly done?: string | undefined;
  readonly message: StoredMessage;
  readonly attempts: readonly Attempt[];
  readonly plan: PlanFace;
  readonly language: Language;
}

/** One letter: to whom, how it fared with the mail server, and its body as it was sent. */
export function MessagePage(props: Props) {
  const { message, language } = props;
  const say = wordingIn(language);
  return (
    <>
      <div class="heading">
        <h1 lang={message.language}>
          <span class="over" lang={language}>
            {say.messageClass[message.class]}
          </span>
          {message.subject}
        </h1>
      </div>
      <MessageDone {...props} />
      <MessageFacts {...props} />
      <MessageActs {...props} />
      <Attempts {...props} />
      <section>
        <h2>{say.asHtml}</h2>
        <iframe
          class="letter"
          title={say.asHtml}
          src={`${messagePath(message.id)}/body`}
          sandbox="allow-top-navigation-by-user-activation"
        />
        <p>
          <a href={`${messagePath(message.id)}/body`}>{say.openAlone}</a>
        </p>
      </section>
      <section>
        <h2>{say.asText}</h2>
        <pre class="plain" lang={message.language}>
          {message.text}
        </pre>
      </section>
    </>
  );
}

function MessageFacts({ message, plan, language }: Props) {
  const say = wordingIn(language);
  const codes = indicatorsIn(message.text, plan.id);
  return (
    <dl class="facts facts-wide">
      <dt>{say.status}</dt>
      <dd>
        <Mark name={message.status} label={say.messageStatus[message.status]} />
      </dd>
      <dt>{say.recipient}</dt>
      <dd>
        {postTitle(plan.posts, message.post, language)} <span class="quiet">{message.address}</span>
      </dd>
      <dt>{say.workPlan}</dt>
      <dd>
        <a href={planPath(plan.id)}>
          {plan.office[language]}, {formatFiscalYear(plan.fiscalYear, language)}
        </a>
      </dd>
      {codes.length > 0 && (
        <>
          <dt>{say.indicator}</dt>
          <dd class="told-of">
            {codes.map((code) => (
              <a href={indicatorPath(plan.id, code)}>{formatCode(code, language)}</a>
            ))}
          </dd>
        </>
      )}
      <dt>{say.written}</dt>
      <dd>
        <Moment at={message.createdAt} zone={plan.zone} language={language} />
      </dd>
      {message.sentAt !== null && (
        <>
          <dt>{say.sentAt}</dt>
          <dd>
            <Moment at={message.sentAt} zone={plan.zone} language={language} />
          </dd>
        </>
      )}
      <dt>{say.language}</dt>
      <dd>{say.languageName[message.language]}</dd>
      {message.ics !== null && (
        <>
          <dt>{say.attachment}</dt>
          <dd>
            <a href={`${messagePath(message.id)}/deadline.ics`}>{say.calendarFile}</a>
          </dd>
        </>
      )}
      <dt>Message-ID</dt>
      <dd class="breakable">{message.headerId}</dd>
    </dl>
  );
}

/** The indicators that a letter tells of, by the addresses in it. */
function indicatorsIn(text: string, planId: string): string[] {
  const codes = [...text.matchAll(/\/plans\/([a-z0-9-]+)\/indicators\/([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)/g)]
    .filter(([, plan]) => plan === planId)
    .map(([, , code]) => code!);
  return [...new Set(codes)];
}

function Attempts({ attempts, plan, language }: Props) {
  const say = wordingIn(language);
  return (
    <section>
      <h2>{say.attempts}</h2>
      {attempts.length === 0 ? (
        <p class="quiet">{say.noAttempts}</p>
      ) : (
        <div class="table-frame">
          <table class="list-table">
            <caption class="hidden">{say.attempts}</caption>
            <thead>
              <tr>
                <th scope="col">{say.attempt}</th>
                <th scope="col">{say.when}</th>
                <th scope="col">{say.outcome}</th>
                <th scope="col">{say.answer}</th>
              </tr>
            </thead>
            <tbody>
              {attempts.map(({ attempt, at, outcome, answer }) => (
                <tr class="row">
                  <th scope="row" data-label={say.attempt}>
                    {formatNumber(attempt, language)}
                  </th>
                  <td data-label={say.when}>
                    <Moment at={at} zone={plan.zone} language={language} />
                  </td>
                  <td data-label={say.outcome}>
                    <Mark name={outcome} label={say.attemptOutcome[outcome]} />
                  </td>
                  <td class="breakable" data-label={say.answer} lang="en">
                    {answer || '–'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
