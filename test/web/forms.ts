import type { WebApp } from '../../src/web/web-parts.ts';
import { textOf } from './pages.ts';

/** A form of a page as a browser would send it: the hidden fields and what else stands in it. */
export interface PageForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The form of a page that is sent to this address. */
export function formTo(html: string, action: string): PageForm {
  const form = (html.match(/<form[ >].*?<\/form>/gs) ?? []).find((one) => one.includes(`action="${action}"`));
  if (form === undefined) throw new Error(`No form goes to ${action}.`);
  const inputs = [...form.matchAll(/<input([^>]*)>/g)].map(([, attributes = '']) => [
    /name="([^"]*)"/.exec(attributes)?.[1] ?? '',
    unescaped(/value="([^"]*)"/.exec(attributes)?.[1] ?? ''),
  ]);
  const texts = [...form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g)].map(([, name, text = '']) => [
    name,
    unescaped(text),
  ]);
  const chosen = [...form.matchAll(/<select[^>]*name="([^"]*)".*?<\/select>/gs)].map(([select, name]) => {
    const options = [...select.matchAll(/<option value="([^"]*)"([^>]*)>/g)];
    const option = options.find(([, , rest = '']) => rest.includes('selected')) ?? options[0];
    return [name, option?.[1] ?? ''];
  });
  return { action, fields: Object.fromEntries([...inputs, ...texts, ...chosen]) };
}

/** Sends a form, with these fields filled in; files are sent as a browser sends them. */
export async function send(app: WebApp, form: PageForm, filled: Readonly<Record<string, string | File>> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form.fields, ...filled })) body.append(name, value);
  const answer = await app.request(form.action, { method: 'POST', body, headers: { origin: 'http://localhost' } });
  const html = await answer.text();
  return { status: answer.status, location: answer.headers.get('location') ?? '', html, text: textOf(html) };
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
