import type { Language } from '../plan/types.ts';
import { look, SCREEN_STYLE } from './html-style.ts';
import type { Fact, Outline, OutlineItem } from './outline.ts';
import type { Tone } from './types.ts';

/** A letter as an HTML document of its own: no scripts, no pictures, nothing to be loaded from anywhere. */
export function htmlBody(outline: Outline, language: Language, title: string): string {
  const page = (<LetterPage outline={outline} language={language} title={title} />).toString();
  return `<!DOCTYPE html>\n${page}`;
}

function LetterPage({ outline, language, title }: { outline: Outline; language: Language; title: string }) {
  return (
    <html lang={language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: SCREEN_STYLE }} />
      </head>
      <body {...look('body')}>
        <table role="presentation" {...look('page')} cellpadding="0" cellspacing="0" border={0}>
          <tr>
            <td {...look('margin')} align="center">
              <table role="presentation" {...look('sheet')} lang={language} cellpadding="0" cellspacing="0" border={0}>
                <tr>
                  <td {...look('content')}>
                    <LetterContent outline={outline} />
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

function LetterContent({ outline }: { outline: Outline }) {
  const { to, subject } = outline;
  return (
    <>
      <p {...look('office')}>
        <bdi>{outline.office}</bdi>
      </p>
      <p {...look('date')}>{outline.dateLine}</p>
      <hr {...look('rule')} />
      <p {...look('to')}>
        {to.label}: <bdi>{to.lines.join(', ')}</bdi>
      </p>
      <h1 {...look('subject')}>
        {subject.label}: {subject.line}
      </h1>
      <p {...look('paragraph')}>{outline.salutation}</p>
      <p {...look('paragraph')}>{outline.opening}</p>
      {outline.groups.map(({ tone, heading, items }) => (
        <>
          {heading === null ? null : <h2 {...look(`group ${tone}`)}>{heading}</h2>}
          {items.map((item) => (
            <Item item={item} tone={tone} />
          ))}
        </>
      ))}
      {outline.quotes?.map(({ heading, paragraphs }) => (
        <>
          <h2 {...look('group')}>{heading}</h2>
          <blockquote {...look('quote')}>
            {paragraphs.map((line) => (
              <p {...look('paragraph')}>
                <bdi>{line}</bdi>
              </p>
            ))}
          </blockquote>
        </>
      ))}
      <div {...look('closing')}>
        {outline.closing.map((sentence) => (
          <p {...look('paragraph')}>{sentence}</p>
        ))}
      </div>
      <p {...look('footer')}>{outline.footer}</p>
    </>
  );
}

function Item({ item, tone }: { item: OutlineItem; tone: Tone }) {
  return (
    <table role="presentation" {...look('item')} cellpadding="0" cellspacing="0" border={0}>
      <tr>
        <td {...look(`edge edge-${tone}`)}>
          <h3 {...look('title')}>
            {item.code} <bdi>{item.title}</bdi>
          </h3>
          {item.period === null ? null : <p {...look('period')}>{item.period}</p>}
          <table role="presentation" {...look('facts')} cellpadding="0" cellspacing="0" border={0}>
            {item.facts.map((fact) => (
              <tr>
                <td {...look('label')}>{fact.label}</td>
                <td {...look('value')}>
                  <FactValue fact={fact} tone={tone} />
                </td>
              </tr>
            ))}
          </table>
          <a {...look('open')} href={item.link.url}>
            {item.link.button}
          </a>
        </td>
      </tr>
    </table>
  );
}

function FactValue({ fact: { values, mark }, tone }: { fact: Fact; tone: Tone }) {
  if (values.length > 1) {
    return (
      <ul {...look('list')}>
        {values.map((value) => (
          <li {...look('entry')}>
            <bdi>{value}</bdi>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <>
      {values.map((value) => (
        <bdi>{value}</bdi>
      ))}
      {mark === null ? null : (
        <>
          {values.length > 0 ? <br /> : null}
          <span {...look(`mark ${tone}`)}>{mark}</span>
        </>
      )}
    </>
  );
}
