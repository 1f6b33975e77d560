import { API_DOCS_PATH } from '../paths.ts';
import type { HelpText } from './help-text.ts';

export const ADMINISTRATOR_EN: HelpText = {
  title: 'For the administrator',
  lead: 'Put plans in force, keep people and posts up to date, and see that letters arrive.',
  content: ({ picture }) => (
    <>
      <h2>Who administers</h2>
      <p>
        Addresses of the setting <code>ADMIN_EMAIL</code>, and whoever uses the link that the program prints on its own
        console. The administrator sees every plan and every letter, and records nothing: the record holds what posts
        did.
      </p>

      <h2>Putting a plan in force</h2>
      <ol>
        <li>
          Under <strong>Administration</strong>, open Plans, people and posts. Begin a new plan from the template, or
          choose the file of one you have.
        </li>
        <li>Check it. Every fault is told with its line and what to do.</li>
        <li>Look at the difference: what changes, what that means, and which letters it would send.</li>
        <li>Apply it. Exactly what was shown is put in force, all of it or nothing.</li>
      </ol>
      <p>
        Every version is kept with who applied it, and any two can be compared. An indicator that leaves the plan is
        withdrawn and keeps its history.
      </p>

      <h2>People come and go</h2>
      <p>
        Rights and letters follow the posts, day by day. End a tenure, give the post to somebody else, or change an
        address, on the page of people and posts. Nobody is given rights one by one, and nobody needs an account: the
        address in the plan is enough.
      </p>
      {picture('people', 'People and posts of a plan: who holds which post since when.')}

      <h2>Days off</h2>
      <p>
        Reminders move before a day off, escalations after it. Days that wait for the moon are provisional: correct the
        calendar’s file once the gazette is out, and apply the plans of that year again. Only what moves is set anew.
      </p>

      <h2>Does it work?</h2>
      <p>
        <strong>Health</strong> looks at everything that reminders need to reach people, and says what to do.{' '}
        <strong>Sessions</strong> ends somebody’s session at once. <strong>Queues</strong> shows the jobs at work, for
        technicians.
      </p>

      <h2>Other programs</h2>
      <p>
        Programs read and record through <a href={API_DOCS_PATH}>the API</a> with a token that somebody makes under
        Account. <strong>Webhooks</strong> tell a program of yours what happens, signed, with a log of every attempt.
      </p>
    </>
  ),
};
