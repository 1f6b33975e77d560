import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type HelpPicture, loadHelpPictures } from './help-assets.ts';

/** A file that pages load. Its name holds a hash of its content, so that browsers may keep it for ever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
  /** The same as gzip, where that is less to send. Nothing in it is secret, as a page's form token is, so it may be compressed. */
  readonly compressed: Uint8Array<ArrayBuffer> | null;
}

export interface Assets {
  readonly style: string;
  readonly icon: string;
  /** The script of pages that follow along while others act. */
  readonly followAlong: string;
  /** The font files that a page in Bengali needs first. */
  readonly bengaliFont: string;
  /** The pictures of the help pages by name and language, as in `my-work-bn`. */
  readonly helpPictures: ReadonlyMap<string, HelpPicture>;
  find(path: string): Asset | null;
}

/** The sheets in the order in which they build on each other; browsers get them as one. */
const SHEETS = [
  'base',
  'frame',
  'states',
  'counts',
  'tables',
  'cards',
  'indicator',
  'messages',
  'forms',
  'programs',
  'evidence',
  'acts',
  'chart',
  'account',
  'calendar',
  'offices',
  'plans',
  'my-work',
  'meetings',
  'administration',
  'help',
  'assessments',
  'reports',
  'narrow',
  'paper',
];

const FONT = '@fontsource-variable/noto-sans-bengali/files/noto-sans-bengali';

/**
 * Reads the style sheets, the icon, the script, the pictures and the fonts once. The sheets name the fonts as `font:bengali` and
 * `font:latin`; those become the paths under which the fonts are served.
 *
 * The style sheets, the icon, the script and the pictures are not TypeScript, so a build has to copy them beside this file.
 */
export function loadAssets(): Assets {
  const bengali = named('noto-sans-bengali', 'woff2', 'font/woff2', fontFile('bengali'));
  const latin = named('noto-sans-latin', 'woff2', 'font/woff2', fontFile('latin'));
  const icon = named('suchok', 'svg', 'image/svg+xml', ownFile('icon.svg'));
  const css = SHEETS.map((name) => ownFile(`styles/${name}.css`).toString('utf8'))
    .join('\n')
    // Comments and indentation are for whoever reads the sheets here.
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s*([{};,])\s+/g, '$1')
    .replace(/: (?=[^{}]*[;}])/g, ':')
    .replace('font:bengali', bengali.path)
    .replace('font:latin', latin.path);
  const style = named('style', 'css', 'text/css; charset=utf-8', Buffer.from(css));
  const followAlong = named('follow-along', 'js', 'text/javascript; charset=utf-8', ownFile('browser/follow-along.js'));
  const helpPictures = loadHelpPictures();
  const all: readonly Asset[] = [bengali, latin, icon, style, followAlong, ...helpPictures.values()];
  const byPath = new Map(all.map((asset) => [asset.path, asset]));
  return {
    style: style.path,
    icon: icon.path,
    followAlong: followAlong.path,
    bengaliFont: bengali.path,
    helpPictures,
    find: (path) => byPath.get(path) ?? null,
  };
}

function named(name: string, ending: string, type: string, content: Buffer): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const compressed = /^text|svg/.test(type) ? new Uint8Array(gzipSync(content)) : null;
  return { path: `/assets/${name}.${hash}.${ending}`, type, content: new Uint8Array(content), compressed };
}

function ownFile(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`./${name}`, import.meta.url)));
}

function fontFile(subset: 'bengali' | 'latin'): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve(`${FONT}-${subset}-wght-normal.woff2`));
}
