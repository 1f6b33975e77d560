import type { Session } from '../web-parts.ts';

/** What every form that changes anything has to carry: the proof that it is one of ours, in this very session. */
export function FormToken({ session }: { session: Session }) {
  return <input type="hidden" name="token" value={session.formToken} />;
}
