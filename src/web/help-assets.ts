import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from '../plan/types.ts';
import type { Asset } from './assets.ts';
import { webpSize } from './webp-size.ts';

/** A picture of the help pages, with the room that it takes on a page. */
export interface HelpPicture extends Asset {
  readonly width: number;
  readonly height: number;
}

/** Pixels of a picture to one of a page: `scripts/take-pictures.ts` takes them finer than pages show them. */
export const PICTURE_SCALE = 1.5;

const FOLDER = new URL('./help-pictures/', import.meta.url);

/** The pictures of the help pages by their names, as in `my-work-bn`. `npm run pictures` takes them. */
export function loadHelpPictures(): ReadonlyMap<string, HelpPicture> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.webp'));
  return new Map(files.map((file) => [file.replace('.webp', ''), readPicture(file)]));
}

/** What a picture of some name is called in a language. */
export function pictureName(name: string, language: Language): string {
  return `${name}-${language}`;
}

function readPicture(file: string): HelpPicture {
  const content = readFileSync(new URL(file, FOLDER));
  const { width, height } = webpSize(content);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return {
    path: `/assets/help-${file.replace('.webp', '')}.${hash}.webp`,
    type: 'image/webp',
    content: new Uint8Array(content),
    compressed: null,
    width: Math.round(width / PICTURE_SCALE),
    height: Math.round(height / PICTURE_SCALE),
  };
}
