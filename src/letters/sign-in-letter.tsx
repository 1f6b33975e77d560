import { formatNumber } from '../i18n/format.ts';
import type { Language } from '../plan/types.ts';
import { look, SCREEN_STYLE } from './html-style.ts';

interface SignInWords {
  readonly product: string;
  readonly subject: string;
  readonly opening: (minutes: string) => string;
  readonly button: string;
  readonly otherwise: string;
  readonly ignore: string;
}

const WORDS: Readonly<Record<Language, SignInWords>> = {
  bn: {
    product: 'সূচক',
    subject: 'সূচকে প্রবেশের লিংক',
    opening: (minutes) => `নিচের লিংকটি দিয়ে একবার প্রবেশ করা যাবে। লিংকটির মেয়াদ ${minutes} মিনিট।`,
    button: 'প্রবেশ করুন',
    otherwise: 'বোতামটি কাজ না করলে এই ঠিকানাটি ব্রাউজারে খুলুন:',
    ignore: 'আপনি এই লিংক না চেয়ে থাকলে কিছু করার প্রয়োজন নেই। লিংকটি অন্য কাউকে দেবেন না।',
  },
  en: {
    product: 'Suchok',
    subject: 'Link to sign in to Suchok',
    opening: (minutes) => `This link lets you in once, within ${minutes} minutes.`,
    button: 'Sign in',
    otherwise: 'If the button does not work, open this address in your browser:',
    ignore: 'If you did not ask for it, there is nothing to do. Give the link to nobody else.',
  },
};

export interface SignInLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The letter with a link that lets its reader in. `minutes` is how long the link may be used. */
export function composeSignInLetter(url: string, minutes: number, language: Language): SignInLetter {
  const say = WORDS[language];
  const opening = say.opening(formatNumber(minutes, language));
  const html = (
    <html lang={language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{say.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: SCREEN_STYLE }} />
      </head>
      <body {...look('body')}>
        <div {...look('margin')}>
          <div {...look('sheet')}>
            <div {...look('content')}>
              <p {...look('office')}>{say.product}</p>
              <hr {...look('rule')} />
              <p {...look('paragraph')}>{opening}</p>
              <p {...look('paragraph')}>
                <a {...look('open')} href={url}>
                  {say.button}
                </a>
              </p>
              <p {...look('paragraph')}>
                {say.otherwise}
                <br />
                {url}
              </p>
              <p {...look('footer')}>{say.ignore}</p>
            </div>
          </div>
        </div>
      </body>
    </html>
  ).toString();
  return {
    subject: say.subject,
    text: `${opening}\n\n${url}\n\n${say.ignore}\n`,
    html: `<!DOCTYPE html>\n${html}`,
  };
}
