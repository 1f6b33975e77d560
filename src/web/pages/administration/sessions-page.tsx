import { HOME_ZONE } from '../../../calendar/home-zone.ts';
import type { StoredSession } from '../../../db/queries/sessions.ts';
import type { Language } from '../../../plan/types.ts';
import { deviceName } from '../../parts/device.ts';
import { DoneNotice, InputField } from '../../parts/fields.tsx';
import { FormToken } from '../../parts/form-token.tsx';
import { Moment } from '../../parts/time.tsx';
import type { Session } from '../../web-parts.ts';
import { administrationWords } from '../../wording/administration-words.ts';
import { signInWords } from '../../wording/sign-in-words.ts';

interface SessionsProps {
  readonly sessions: readonly StoredSession[];
  readonly holding: string;
  readonly isCut: boolean;
  readonly done: 'ended' | 'shutOut' | null;
  readonly session: Session;
  readonly language: Language;
}

/** Everybody who is signed in, each session with a button to end it. */
export function SessionsPage({ sessions, holding, isCut, done, session, language }: SessionsProps) {
  const say = administrationWords(language);
  const words = signInWords(language);
  return (
    <>
      <div class="heading">
        <h1>{say.parts.sessions[0]}</h1>
        <p class="quiet">{say.sessionsLead}</p>
      </div>
      {done && <DoneNotice>{done === 'ended' ? say.ended : say.shutOutDone}</DoneNotice>}
      <form class="form inline-form" method="get" action="/administration/sessions">
        <InputField name="address" label={say.findAddress} maxlength={100} typed={{ address: holding }} />
        <button class="second-button" type="submit">
          {say.find}
        </button>
      </form>
      {isCut && <p class="quiet">{say.moreSessions}</p>}
      {sessions.length === 0 ? (
        <p class="empty">{say.noSessions}</p>
      ) : (
        <div class="table-frame">
          <table class="list-table">
            <caption class="hidden">{say.parts.sessions[0]}</caption>
            <thead>
              <tr>
                <th scope="col">{say.whose}</th>
                <th scope="col">{words.device}</th>
                <th scope="col">{words.signedInAt}</th>
                <th scope="col">{words.lastUsed}</th>
                <th scope="col">{words.end}</th>
              </tr>
            </thead>
            <tbody>
              {sessions.map(({ id, address, userAgent, createdAt, lastSeenAt }) => (
                <tr class="row">
                  <th class="title breakable" scope="row">
                    {address ?? say.consoleAdministrator}
                    {id === session.id && <span class="small">{say.yourOwn}</span>}
                  </th>
                  <td data-label={words.device}>
                    <span>{deviceName(userAgent, language)}</span>
                  </td>
                  <td data-label={words.signedInAt}>
                    <Moment at={createdAt} zone={HOME_ZONE} language={language} />
                  </td>
                  <td data-label={words.lastUsed}>
                    <Moment at={lastSeenAt} zone={HOME_ZONE} language={language} />
                  </td>
                  <td data-label="">
                    <form method="post" action={`/administration/sessions/${id}/end`}>
                      <FormToken session={session} />
                      <button class="quiet-button" type="submit">
                        {words.end}
                        <span class="hidden">{`: ${address ?? say.consoleAdministrator}`}</span>
                      </button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {holding.includes('@') && (
        <section>
          <h2>{say.shutOut}</h2>
          <p>{say.shutOutLead}</p>
          <form class="form" method="post" action="/administration/sessions/shut-out">
            <FormToken session={session} />
            <input type="hidden" name="address" value={holding} />
            <button class="second-button breakable" type="submit">
              {say.shutOutOf(holding)}
            </button>
          </form>
        </section>
      )}
    </>
  );
}
