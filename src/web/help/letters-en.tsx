import type { HelpText } from './help-text.ts';

export const LETTERS_EN: HelpText = {
  title: 'Letters: what they mean and when they come',
  lead: 'Reminders before the last day, escalations after it, and never more than one of each to a person.',
  content: ({ picture, ladder }) => (
    <>
      <h2>When they come</h2>
      {ladder}
      <p>
        What falls on a day off moves: reminders to the working day before, everything after the last day to the working
        day after. Working days are those of government offices, without Fridays, Saturdays and holidays. A plan may
        have a policy of its own; the page of each indicator lists its notices, with the reason for each.
      </p>

      <h2>What they are</h2>
      <dl>
        <dt>Reminder</dt>
        <dd>
          To the focal point and the innovation officer: one letter a morning with everything of a plan that is due,
          each with its last day and the days left. While a last day lies ahead, a calendar file of it is attached.
        </dd>
        <dt>Escalation</dt>
        <dd>To superiors, in a letter apart: a target was missed, and is still not met.</dd>
        <dt>Explanation</dt>
        <dd>A superior’s question about a missed target, and the answer to it.</dd>
      </dl>
      {picture('letter', 'A letter: subject, the indicators with their last days, and a link to each.')}

      <h2>What stops them</h2>
      <p>
        Record what was done: from then on nothing more is sent of it. Nothing is sent while an indicator is on hold,
        nor after it was achieved, declared not achieved or withdrawn, nor after the fiscal year. Opening a link in a
        letter changes nothing.
      </p>

      <h2>Who gets one when a post is vacant</h2>
      <p>
        Whoever holds the post on that day. While that person is on leave, or nobody is in charge, the deputy; without
        one, the next post above. Whoever holds several posts is told once.
      </p>

      <h2>None came?</h2>
      <p>
        Look into the spam folder. <strong>Messages</strong> shows each letter to you with what the mail server
        answered. If the office’s computer was off in the morning, letters come when it is on again.
      </p>
    </>
  ),
};
