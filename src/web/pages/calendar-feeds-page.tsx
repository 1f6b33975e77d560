import { HOME_ZONE } from '../../calendar/home-zone.ts';
import type { CalendarFeed } from '../../db/queries/calendar-feeds.ts';
import type { Language } from '../../plan/types.ts';
import { AccountMenu } from '../parts/account-menu.tsx';
import { DoneNotice, SelectField } from '../parts/fields.tsx';
import { FormToken } from '../parts/form-token.tsx';
import { Moment } from '../parts/time.tsx';
import type { Session } from '../web-parts.ts';
import { accountWords } from '../wording/account-words.ts';
import { wordingIn } from '../wording/wording.ts';

interface FeedsProps {
  readonly feeds: readonly CalendarFeed[];
  readonly session: Session;
  readonly language: Language;
  readonly done: string | undefined;
}

/** The feeds that somebody has made, and the form that makes another. */
export function CalendarFeedsPage({ feeds, session, language, done }: FeedsProps) {
  const say = accountWords(language);
  const { languageName } = wordingIn(language);
  return (
    <>
      <AccountMenu current="calendar" language={language} />
      <div class="heading">
        <h1>{say.feeds}</h1>
        <p class="lead-quiet">{say.feedsLead}</p>
      </div>
      {done === 'revoked' && <DoneNotice>{say.feedRevoked}</DoneNotice>}
      {done === 'too-many' && <DoneNotice>{say.feedsMany}</DoneNotice>}
      {feeds.length === 0 ? (
        <p class="quiet">{say.noFeed}</p>
      ) : (
        <div class="table-frame">
          <table class="list-table">
            <caption class="hidden">{say.feeds}</caption>
            <thead>
              <tr>
                <th scope="col">{say.made}</th>
                <th scope="col">{say.feedLanguage}</th>
                <th scope="col">{say.lastRead}</th>
                <th scope="col">
                  <span class="hidden">{say.revoke}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {feeds.map((feed) => (
                <tr class="row">
                  <th class="title" scope="row">
                    <Moment at={feed.createdAt} zone={HOME_ZONE} language={language} />
                  </th>
                  <td data-label={say.feedLanguage}>{languageName[feed.language]}</td>
                  <td data-label={say.lastRead}>
                    {feed.lastReadAt === null ? (
                      say.never
                    ) : (
                      <Moment at={feed.lastReadAt} zone={HOME_ZONE} language={language} />
                    )}
                  </td>
                  <td data-label="">
                    <form method="post" action={`/account/calendar/${feed.id}/revoke`}>
                      <FormToken session={session} />
                      <button class="quiet-button" type="submit">
                        {say.revoke}
                      </button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2>{say.newFeed}</h2>
      <p class="lead-quiet">{say.feedWarning}</p>
      <form class="form" method="post" action="/account/calendar">
        <FormToken session={session} />
        <SelectField
          name="language"
          label={say.feedLanguage}
          typed={{ language }}
          choices={(['bn', 'en'] as const).map((value) => ({ value, label: languageName[value] }))}
        />
        <button type="submit">{say.makeFeed}</button>
      </form>
    </>
  );
}

/** The one time that a feed's address is shown. */
export function FeedMadePage({ address, language }: { readonly address: string; readonly language: Language }) {
  const say = accountWords(language);
  return (
    <>
      <AccountMenu current="calendar" language={language} />
      <div class="heading">
        <h1>{say.feedMade}</h1>
        <p class="lead-quiet">{say.feedMadeAdvice}</p>
      </div>
      <code class="secret-address">{address}</code>
      <p>
        <a href={address.replace(/^https?:/, 'webcal:')}>{say.openInCalendar}</a>
      </p>
      <p class="lead-quiet">{say.feedWarning}</p>
      <p>
        <a href="/account/calendar">{say.toFeeds}</a>
      </p>
    </>
  );
}
