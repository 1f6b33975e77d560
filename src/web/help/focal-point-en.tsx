import type { HelpText } from './help-text.ts';

export const FOCAL_POINT_EN: HelpText = {
  title: 'For the focal point',
  lead: 'See what you owe, record what was done, and show it by a paper.',
  content: ({ picture }) => (
    <>
      <h2>What you owe</h2>
      <p>
        <strong>My work</strong> lists what you owe in all plans and posts, by date; what is overdue stands first. One
        click leads to the form that settles it. If you hold several posts, you see them all in one list.
      </p>
      {picture('my-work', 'My work on a phone: an overdue indicator first, each with a button to record.')}

      <h2>Recording a step</h2>
      <ol>
        <li>
          Open the indicator, from My work, from a letter, or from the plan. The form stands under “What to do now”.
        </li>
        <li>Choose the step, or write the number or the percentage. What cannot be done now says why.</li>
        <li>
          Write the day on which it happened. It may lie in the past, and be written as people write it: 22-12-2026 or
          ২২ ডিসেম্বর ২০২৬.
        </li>
        <li>
          Show it by a paper: the memo number, a title, or a web address, with its date; or a file. A file is a PDF, a
          picture or scan, Word or Excel, of 20 MB at most; up to five at once. Where evidence is needed, the form says
          so.
        </li>
        <li>Send it. If anything is missing, you are told all of it, and what you typed is still there.</li>
      </ol>
      {picture('record', 'The form of an indicator: step, day, memo number, file and note.')}

      <h2>Late or in time</h2>
      <p>
        The day on which it happened counts, not the day on which you record it. An office order of the last day that is
        recorded a week later is in time. So record as soon as you can all the same: until then letters go out, and
        those that went to your superiors are not taken back.
      </p>

      <h2>A mistake</h2>
      <p>
        A number is corrected by a further one, with a minus sign where it was too much; a percentage by a new reading.
        For a step that was recorded wrongly the last one, ask your innovation officer to reopen the indicator. Nothing
        is ever erased: the history shows who recorded what, when.
      </p>

      <h2>When somebody asks why</h2>
      <p>
        Your superior may ask for an explanation of a missed target. You get a letter, and the question stands on the
        page of the indicator with a form for your answer. Write the reason and by when it will be done; it goes to
        whoever asked.
      </p>

      <h2>When two act at once</h2>
      <p>
        If somebody else records while you fill in a form, you are told who did what, and nothing is recorded yet. Look
        at it, and send your form again if it still holds.
      </p>
    </>
  ),
};
