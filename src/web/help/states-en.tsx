import type { HelpText } from './help-text.ts';

export const STATES_EN: HelpText = {
  title: 'Statuses, deadlines and the score',
  lead: 'What the words beside an indicator say, and what counts.',
  content: () => (
    <>
      <h2>The work</h2>
      <dl>
        <dt>Not started, in progress</dt>
        <dd>Nothing is recorded yet; or something is, and the target is not reached.</dd>
        <dt>Achieved</dt>
        <dd>The target is reached. It is late if the day on which that happened lies after the last day.</dd>
        <dt>Not achieved</dt>
        <dd>Somebody declared it so, or the fiscal year ended before the target was reached.</dd>
        <dt>On hold</dt>
        <dd>Work rests for a reason. Nothing is sent; the last day does not move. It can be resumed.</dd>
        <dt>Withdrawn</dt>
        <dd>It is no longer asked for: taken back with the superior authority, or no longer in the plan.</dd>
      </dl>

      <h2>The deadline</h2>
      <dl>
        <dt>Upcoming, due soon, due today</dt>
        <dd>There is time; the reminders have begun; this is the last day, until its end.</dd>
        <dt>Overdue</dt>
        <dd>The last day has passed, and nothing is recorded that meets the target.</dd>
        <dt>Met, paused, closed</dt>
        <dd>The work is achieved, on hold, or at its end: the deadline asks for nothing.</dd>
      </dl>

      <h2>Kinds of indicators</h2>
      <p>
        A <strong>milestone</strong> has a date and steps on the way. A <strong>recurring</strong> one is owed once in
        each period, such as a meeting each quarter. A <strong>count</strong> adds up to its number within the year. A{' '}
        <strong>percentage</strong> goes by its readings. A <strong>report</strong> is prepared, approved and sent.
      </p>

      <h2>The end of the year</h2>
      <p>
        At the end of 30 June what meets its target by what is recorded is achieved; everything else closes as not
        achieved. For papers that come late the innovation officer or the head of office may reopen an indicator, for 30
        days.
      </p>

      <h2>The score</h2>
      <p>
        Each indicator has a weight. A date earns by the day on which it was achieved: all of its weight by the last
        day, less where the plan grades later dates, nothing after that. A number earns by the highest criterion that it
        has reached, a percentage by its latest reading. On hold, an indicator keeps its weight and earns what is
        recorded. Withdrawn, it leaves the total. A plan may ask for it otherwise, say in shares of a number, or nothing
        for what is late. “If all that is open is met” says what could still be reached. The page of each indicator
        shows the arithmetic.
      </p>
    </>
  ),
};
