import type { Language } from '../../plan/types.ts';
import { signInPath } from '../paths.ts';
import { oidcWords } from '../wording/oidc-words.ts';
import { signInWords } from '../wording/sign-in-words.ts';

/** The other way in, below the one by mail. */
export function OidcButton(props: { next: string; label: string | undefined; language: Language }) {
  const { next, label, language } = props;
  const say = oidcWords(language);
  return (
    <form class="form other-way" method="post" action="/sign-in/oidc">
      <p class="quiet">{say.or}</p>
      <input type="hidden" name="next" value={next} />
      <button class="second-button" type="submit">
        {label ? say.buttonWith(label) : say.button}
      </button>
    </form>
  );
}

/** Shown for the moment until the browser has gone on to the provider. */
export function GoingOnPage({ url, language }: { url: string; language: Language }) {
  const say = oidcWords(language);
  return (
    <div class="prose">
      <h1>{say.goingOn}</h1>
      <p class="lead">{say.goingOnLead}</p>
      <p>
        <a href={url} rel="noreferrer">
          {say.goOn}
        </a>
      </p>
    </div>
  );
}

/** Back from the provider: only the button lets in, since opening a page changes nothing. */
export function BackPage({ answer, language }: { answer: URLSearchParams; language: Language }) {
  const say = oidcWords(language);
  return (
    <div class="prose">
      <h1>{say.back}</h1>
      <p class="lead">{say.backLead}</p>
      <form class="form" method="post" action="/sign-in/oidc/callback">
        {[...answer].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{signInWords(language).signIn}</button>
      </form>
    </div>
  );
}

/** Why nobody was let in, and what to do. */
export function NotInPage({ title, advice, language }: { title: string; advice: string; language: Language }) {
  return (
    <div class="prose">
      <h1>{title}</h1>
      <p class="lead breakable">{advice}</p>
      <p>
        <a href={signInPath()}>{oidcWords(language).otherWay}</a>
      </p>
    </div>
  );
}
