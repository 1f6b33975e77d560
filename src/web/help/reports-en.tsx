import type { HelpText } from './help-text.ts';

export const REPORTS_EN: HelpText = {
  title: 'Reports',
  lead: 'What the office owes its superiors, made from what is on record: to read, to print, as Word or Excel.',
  content: ({ picture }) => (
    <>
      <h2>Which there are</h2>
      <p>
        The page of a plan leads to its <strong>reports</strong>. Everybody who may read the plan may make them.
      </p>
      <dl>
        <dt>Progress report</dt>
        <dd>The table of review meetings: target, progress in words, what changed since the last report, remarks.</dd>
        <dt>Self-assessment</dt>
        <dd>Half-yearly or annual: weights, achievements, the points claimed and those that evidence supports.</dd>
        <dt>Columns for the APA system</dt>
        <dd>Form 2.2.2: achievement of the quarter and of the year, to be typed in by hand.</dd>
      </dl>
      {picture('report', 'A progress report on its page, with links to its files.')}

      <h2>Of which day</h2>
      <p>
        A date or a quarter may be chosen; today where neither is. A report tells what was recorded until the end of its
        day, and is the same whenever it is made. What changed is told since the last day of the quarter before, or
        since a date that you name. If something is asked for that the plan does not have, its field says so, and
        nothing is guessed.
      </p>

      <h2>Files and paper</h2>
      <p>
        Word files are for editing, workbooks for reckoning; the page itself prints on A4. What nobody has stated, such
        as the memo number or the name of who signs, is left as a marked blank. At the foot stand the version of the
        plan and the mark of the record, so that two papers can be told apart.
      </p>
    </>
  ),
};
