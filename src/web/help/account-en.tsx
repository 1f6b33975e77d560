import { API_DOCS_PATH } from '../paths.ts';
import type { HelpText } from './help-text.ts';

export const ACCOUNT_EN: HelpText = {
  title: 'Signing in and your account',
  lead: 'Getting in without a password, letters as you like them, leave, and deadlines in your phone’s calendar.',
  content: ({ picture }) => (
    <>
      <h2>Signing in</h2>
      <p>
        Write your office’s mail address at the door. If a plan names it, a link comes by mail; it works once, within 15
        minutes. There is no password to remember or to lose. Where the office has its own sign-in, a button for it
        stands there too. You stay signed in for 14 days after you were last here; under Account you see where you are
        signed in, and can end what is not yours.
      </p>

      <h2>Letters as you like them</h2>
      <p>
        <strong>Account</strong>, at the head of every page, has your preferences: the language of letters and pages, an
        hour before which no letter comes, and one letter a morning or one for each indicator. They hold for all plans
        that name your address.
      </p>
      {picture('preferences', 'Preferences: language, hour and number of letters.')}

      <h2>Leave</h2>
      <p>
        Under <strong>Leave and deputies</strong> write the first and the last day, and who stands in. During these days
        your deputy is told in your place and may record what you may; you can go on reading. It ends by itself.
      </p>

      <h2>Deadlines in your phone’s calendar</h2>
      <ol>
        <li>Under Calendar feed, make an address. It is shown once.</li>
        <li>On an iPhone or a computer, “Open in the calendar of this device” is enough.</li>
        <li>
          For an Android phone, open Google Calendar on a computer, choose Other calendars, From URL, and paste the
          address. The calendar then appears on the phone.
        </li>
      </ol>
      <p>
        The calendar reads it again by itself; how often, it decides. Whoever has the address can read your deadlines:
        keep it to yourself, and revoke it when you lose a device.
      </p>

      <h2>Tokens</h2>
      <p>
        A token lets a program act in your name, within your rights and as far as you allow.{' '}
        <a href={API_DOCS_PATH}>The API’s description</a> is for those who write such programs.
      </p>
    </>
  ),
};
