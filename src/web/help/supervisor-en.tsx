import type { HelpText } from './help-text.ts';

export const SUPERVISOR_EN: HelpText = {
  title: 'For supervisors, heads of office and superior authorities',
  lead: 'See the offices below you side by side, and answer when a target was missed.',
  content: ({ picture }) => (
    <>
      <h2>The offices below you</h2>
      <p>
        <strong>Offices</strong> shows every plan in which you supervise, head the office or stand above it: how many
        indicators are achieved, in time, due soon, overdue, on hold or not achieved, and the score so far. The office
        furthest behind stands first; any column sorts. The name of an office leads to its plan.
      </p>
      {picture('offices', 'Offices side by side, the one furthest behind first, with counts and scores.')}

      <h2>Why a letter comes to you</h2>
      <p>
        As long as things are in time, you hear nothing. When a target was missed, the supervisor is told first, then
        the head of office, then the superior authority, each only if it is still missed by then. These letters come
        apart from all others, and name the indicator, the last day, the delay and who is responsible.
      </p>

      <h2>Answering</h2>
      <p>What you were told of waits for you under Offices and in My work. You have two answers:</p>
      <dl>
        <dt>Take note</dt>
        <dd>With a word or without. It is on record that you know.</dd>
        <dt>Ask for an explanation</dt>
        <dd>
          Your question goes by mail to the focal point and the innovation officer. What they explain is sent to you,
          and all of it stays together on the page of the indicator.
        </dd>
      </dl>
      {picture('waiting', 'A missed target that waits for an answer: take note, or ask for an explanation.')}
      <p>
        Neither stops the letters: that only an achievement, a hold or an ending does. Progress is recorded by the
        office itself.
      </p>

      <h2>What else you may do</h2>
      <p>
        A head of office may put an indicator on hold, resume it, declare it not achieved, reopen it, and see all
        letters. The head of office and the superior authority may withdraw an indicator, which takes its weight out of
        the plan’s total. Everybody whom the plan names may comment.
      </p>
    </>
  ),
};
