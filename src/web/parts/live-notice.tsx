import type { Language } from '../../plan/types.ts';
import { planWords } from '../wording/plan-words.ts';

/** Where the script says what happened to the page; empty, and so silent, until then. */
export function LiveNotice({ language }: { language: Language }) {
  const say = planWords(language);
  return (
    <p
      class="live-notice"
      id="live-notice"
      role="status"
      data-updated={say.pageUpdated}
      data-changed={say.pageChanged}
      data-show={say.showChanges}
    ></p>
  );
}
