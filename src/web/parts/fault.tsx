import type { Language } from '../../plan/types.ts';
import { wordingIn } from '../wording/wording.ts';
import { Icon } from './status-mark.tsx';

/** Why nothing of an indicator fires any more. */
export function Fault({ fault, language }: { fault: string; language: Language }) {
  const say = wordingIn(language);
  return (
    <span class="fault">
      <strong class="mark late">
        <Icon shape="alert" />
        <span>{say.setAside}</span>
      </strong>
      <code>{fault}</code>
      <span>{say.setAsideAdvice}</span>
    </span>
  );
}
