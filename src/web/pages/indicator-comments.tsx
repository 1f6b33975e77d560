import { LONGEST_WORDS } from '../../acting/checked-words.ts';
import type { CommentReading } from '../../db/queries/comments-of-indicator.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { mayDo } from '../../rights/rights.ts';
import type { IndicatorPageFacts } from '../indicator-reading.ts';
import { DoneNotice, FaultSummary, type FormFaults, TextField, type Typed } from '../parts/fields.tsx';
import { FormToken } from '../parts/form-token.tsx';
import { actorTitle } from '../parts/people.ts';
import { Moment } from '../parts/time.tsx';
import { commentsPath } from '../paths.ts';
import type { Session } from '../web-parts.ts';
import { actWords } from '../wording/act-words.ts';

interface Props {
  readonly facts: IndicatorPageFacts;
  readonly session: Session;
  readonly language: Language;
  /** This reader has just added one. */
  readonly hasCommented: boolean;
  /** A comment that came back. */
  readonly returned?: { readonly typed: Typed; readonly faults: FormFaults } | undefined;
}

/** What people say of the indicator, newest last, and the form to say something. */
export function Comments({ facts, session, language, hasCommented, returned }: Props) {
  const { plan, indicator, comments, today } = facts;
  const say = actWords(language);
  const mayComment = mayDo(session.viewer, 'comment', { plan, indicator, on: today }).allowed;
  return (
    <section class="comments">
      <h2 id="comments">{say.comments}</h2>
      {hasCommented && <DoneNotice>{say.commentDone}</DoneNotice>}
      {comments.length === 0 ? (
        <p class="quiet">{say.noComments}</p>
      ) : (
        <ol class="remarks">
          {comments.map((comment) => (
            <Comment comment={comment} plan={plan} language={language} />
          ))}
        </ol>
      )}
      {mayComment && (
        <form class="form" method="post" action={commentsPath(plan.id, indicator.code)}>
          <FormToken session={session} />
          {returned && <FaultSummary title={say.faultsTitle} faults={returned.faults} />}
          <TextField
            name="comment"
            label={say.comment}
            hint={say.commentHint}
            maxlength={LONGEST_WORDS}
            typed={returned?.typed}
            faults={returned?.faults}
          />
          <button class="second-button" type="submit">
            {say.sendComment}
          </button>
        </form>
      )}
    </section>
  );
}

function Comment({ comment, plan, language }: { comment: CommentReading; plan: Plan; language: Language }) {
  const say = actWords(language);
  return (
    <li class="remark" id={`comment-${comment.id}`}>
      <p class="remark-who">
        <strong>{actorTitle(plan, comment, language) ?? say.plainMember}</strong>
        <span class="small-inline">
          {' '}
          <Moment at={comment.at} zone={plan.zone} language={language} />
        </span>
      </p>
      <p class="as-typed">{comment.text}</p>
    </li>
  );
}
