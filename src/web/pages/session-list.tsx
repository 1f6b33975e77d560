import { HOME_ZONE } from '../../calendar/home-zone.ts';
import type { StoredSession } from '../../db/queries/sessions.ts';
import type { Language } from '../../plan/types.ts';
import { AccountMenu } from '../parts/account-menu.tsx';
import { deviceName } from '../parts/device.ts';
import { FormToken } from '../parts/form-token.tsx';
import { Moment } from '../parts/time.tsx';
import type { Session } from '../web-parts.ts';
import { signInWords } from '../wording/sign-in-words.ts';

interface SessionListProps {
  readonly sessions: readonly StoredSession[];
  readonly session: Session;
  readonly language: Language;
}

/** Where somebody is signed in, each with a button to end it. */
export function SessionList({ sessions, session, language }: SessionListProps) {
  const say = signInWords(language);
  return (
    <>
      <AccountMenu current="sessions" language={language} />
      <div class="heading">
        <h1>{say.sessions}</h1>
        <p class="quiet">{say.sessionsLead}</p>
      </div>
      <div class="table-frame">
        <table class="list-table">
          <caption class="hidden">{say.sessions}</caption>
          <thead>
            <tr>
              <th scope="col">{say.device}</th>
              <th scope="col">{say.signedInAt}</th>
              <th scope="col">{say.lastUsed}</th>
              <th scope="col">{say.end}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, userAgent, createdAt, lastSeenAt }) => (
              <tr class="row">
                <th class="title" scope="row">
                  {deviceName(userAgent, language)}
                  {id === session.id && <span class="small">{say.thisDevice}</span>}
                </th>
                <td data-label={say.signedInAt}>
                  <Moment at={createdAt} zone={HOME_ZONE} language={language} />
                </td>
                <td data-label={say.lastUsed}>
                  <Moment at={lastSeenAt} zone={HOME_ZONE} language={language} />
                </td>
                <td data-label="">
                  <form method="post" action={`/account/sessions/${id}/end`}>
                    <FormToken session={session} />
                    <button class="quiet-button" type="submit">
                      {id === session.id ? say.signOut : say.end}
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
