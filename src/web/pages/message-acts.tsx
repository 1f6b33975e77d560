import type { StoredMessage } from '../../db/queries/messages.ts';
import type { Language } from '../../plan/types.ts';
import { DoneNotice } from '../parts/fields.tsx';
import { FormToken } from '../parts/form-token.tsx';
import { messagePath } from '../paths.ts';
import type { Session } from '../web-parts.ts';
import { messageWords } from '../wording/message-words.ts';

/** What the reader may do to a letter, whatever state it is in. */
export interface MessageRights {
  readonly sendAgain: boolean;
  readonly cancel: boolean;
}

interface Props {
  readonly message: StoredMessage;
  readonly may: MessageRights;
  readonly session: Session;
  readonly language: Language;
}

/** The buttons of a letter: only those that its state, and the reader's posts, leave open. */
export function MessageActs({ message, may, session, language }: Props) {
  const say = messageWords(language);
  if (may.sendAgain && (message.status === 'failed' || message.status === 'unknown')) {
    return (
      <section>
        <h2>{say.act}</h2>
        <form method="post" action={`${messagePath(message.id)}/send-again`}>
          <FormToken session={session} />
          <p class="quiet">{say.sendAgainLead}</p>
          <button type="submit">{say.sendAgain}</button>
        </form>
      </section>
    );
  }
  if (may.cancel && message.status === 'queued') {
    return (
      <section>
        <h2>{say.act}</h2>
        <details class="ask-first">
          <summary>{say.cancel}</summary>
          <form method="post" action={`${messagePath(message.id)}/cancel`}>
            <FormToken session={session} />
            <p>{say.cancelLead}</p>
            <button type="submit">{say.cancelConfirm}</button>
          </form>
        </details>
      </section>
    );
  }
  return null;
}

/** What came of a button, once its page is shown again; only what is still true of the letter. */
export function MessageDone({
  done,
  message,
  language,
}: Pick<Props, 'message' | 'language'> & { done?: string | undefined }) {
  const say = messageWords(language);
  if (done === 'too-late') return <DoneNotice>{say.tooLate}</DoneNotice>;
  if (done === 'cancelled' && message.status === 'cancelled') return <DoneNotice>{say.cancelled}</DoneNotice>;
  if (done === 'queued' && message.attempts > 0) return <DoneNotice>{say.sentAgain}</DoneNotice>;
  return null;
}
