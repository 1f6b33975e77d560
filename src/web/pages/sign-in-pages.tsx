import type { Language } from '../../plan/types.ts';
import { HELP_PATH, signInPath } from '../paths.ts';
import { helpWords } from '../wording/help-words.ts';
import { signInWords } from '../wording/sign-in-words.ts';
import { OidcButton } from './oidc-pages.tsx';

interface AskProps {
  /** The office's own sign-in, where there is one. */
  readonly oidc?: { readonly label: string | undefined } | undefined;
  readonly next: string;
  /** What was typed before, and why it did not do. */
  readonly typed?: string;
  readonly fault?: string;
  readonly language: Language;
}

/** Asks for a mail address. */
export function AskPage({ next, typed = '', fault, language, oidc }: AskProps) {
  const say = signInWords(language);
  return (
    <div class="prose">
      <h1>{say.signIn}</h1>
      <p class="lead">{say.lead}</p>
      <form class="form" method="post" action="/sign-in" novalidate>
        <input type="hidden" name="next" value={next} />
        <label for="address">{say.address}</label>
        {fault && (
          <p class="form-fault" id="address-fault" role="alert">
            {fault}
          </p>
        )}
        <input
          id="address"
          name="address"
          type="email"
          inputmode="email"
          autocomplete="email"
          autocapitalize="none"
          spellcheck={false}
          maxlength={254}
          value={typed}
          {...(fault ? { 'aria-invalid': 'true', 'aria-describedby': 'address-fault' } : {})}
        />
        <button type="submit">{say.sendLink}</button>
      </form>
      {oidc && <OidcButton next={next} label={oidc.label} language={language} />}
      <p>
        <a href={HELP_PATH}>{helpWords(language).readHelp}</a>
      </p>
    </div>
  );
}

/** Says that a link may be on its way, and to nobody whether it is. */
export function SentPage({ language }: { language: Language }) {
  const say = signInWords(language);
  return (
    <div class="prose">
      <h1>{say.sent}</h1>
      <p class="lead">{say.sentLead}</p>
      <p>{say.sentAdvice}</p>
      <p>
        <a href={signInPath()}>{say.newLink}</a>
      </p>
    </div>
  );
}

/** Asks to confirm, since programs that look through mail follow every link in it. */
export function ConfirmPage(props: { token: string; address: string | null; language: Language }) {
  const { token, address, language } = props;
  const say = signInWords(language);
  return (
    <div class="prose">
      <h1>{say.confirm}</h1>
      <p class="lead">{address === null ? say.confirmAdministrator : say.confirmAs(address)}</p>
      <form class="form" method="post" action={`/sign-in/${token}`}>
        <button type="submit">{say.signIn}</button>
      </form>
    </div>
  );
}

/** Says that a link was used, has ended, or never was. */
export function LinkOverPage({ language }: { language: Language }) {
  const say = signInWords(language);
  return (
    <div class="prose">
      <h1>{say.linkOver}</h1>
      <p class="lead">{say.linkOverAdvice}</p>
      <p>
        <a href={signInPath()}>{say.newLink}</a>
      </p>
    </div>
  );
}
