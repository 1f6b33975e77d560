import type { HelpText } from './help-text.ts';

export const INNOVATION_OFFICER_EN: HelpText = {
  title: 'For the innovation officer',
  lead: 'Keep the record of the office: all indicators, holds and endings, letters, and who is away.',
  content: ({ picture }) => (
    <>
      <h2>The plan at a glance</h2>
      <p>
        The page of a plan has the table that review meetings know: code, indicator, target, progress, status, last day,
        days left, who is responsible, what each has earned, and who is told next. Filter and sort it by its links; the
        address keeps what you chose, so you can send it on. It prints on A4 for the meeting.
      </p>
      {picture('plan', 'The page of a plan: counts, score so far, and each indicator with its status and next notice.')}

      <h2>What only you and the head of office may do</h2>
      <p>
        You record progress as the focal point does. Beyond that the page of an indicator offers you, under “You can
        also”:
      </p>
      <dl>
        <dt>Put on hold</dt>
        <dd>
          Nothing is sent and no progress is recorded while it lasts. The last day stays where it is. When you resume,
          what was not told meanwhile is told once.
        </dd>
        <dt>Declare not achieved</dt>
        <dd>Ends the work on it, with your reason. Nothing more is sent.</dd>
        <dt>Reopen</dt>
        <dd>
          Takes back the act that settled it (the last step, number or reading), and the deadline runs again. After the
          fiscal year it stays open for 30 days, for late papers, and sends nothing.
        </dd>
      </dl>
      <p>
        Each of these needs a reason, which stands in the history. To withdraw an indicator is for the head of office or
        the superior authority, with whom it was agreed.
      </p>

      <h2>Letters</h2>
      <p>
        <strong>Messages</strong> has every letter of your plans as it was sent, with each answer of the mail server.
        One that failed can be sent again; one that still waits can be cancelled. The page of an indicator says of every
        notice why it goes out then, and to whom, or why it was not sent. <strong>Notices ahead</strong> of a plan lists
        who would get which letter until the end of the year if nobody did anything.
      </p>

      <h2>Explanations</h2>
      <p>
        A question about a missed target comes to the focal point and to you; either of you answers it, on the page of
        the indicator.
      </p>

      <h2>Meetings</h2>
      <p>
        <strong>Meetings</strong>, on the page of a plan, lists what is owed and has no meeting yet: plan one, and it
        begins with agenda, chair, invited and distribution list as the last one had them. Then step by step:
      </p>
      <dl>
        <dt>Send the notice</dt>
        <dd>Everybody invited gets the agenda and a calendar entry; owed 5 working days before.</dd>
        <dt>Record that it was held</dt>
        <dd>
          From then on you write what was said and decided. How each indicator stood on that day is filled in from the
          record.
        </dd>
        <dt>Write the minutes</dt>
        <dd>
          Read the draft at any time, as a page or a Word file. It opens with what became of the last meeting’s
          decisions.
        </dd>
        <dt>Issue the minutes</dt>
        <dd>
          Owed 5 working days after. They are kept as they are then, and settle the indicator’s quarter or number as its
          evidence. It cannot be taken back.
        </dd>
      </dl>
      <p>
        A decision with a responsible post and a day is followed up like an indicator: that post finds it under My work,
        is reminded, and records when it is done; what is late goes up the same ladder.{' '}
        <strong>Decisions to carry out</strong> lists them all.
      </p>

      <h2>Self-assessments</h2>
      <p>
        Under <strong>Self-assessments</strong> of a plan the focal point or you prepare the half-yearly and the annual
        one from the record. The head of office approves it, and you or the head send it; that achieves the indicator of
        the report, with the document as its evidence. The superior authority accepts it or returns it with a reason,
        and then it is prepared anew. Points claimed, supported by evidence and accepted are kept apart.
      </p>

      <h2>Somebody is away</h2>
      <p>
        Everybody sets their own leave under Account. For somebody who has gone already, you set it there, and name who
        stands in. Of people whose posts stand above yours you cannot.
      </p>
    </>
  ),
};
