import type { Language } from '../plan/types.ts';
import type { Phrasing } from './phrasing.ts';
import { BENGALI } from './phrasing-bn.ts';
import { ENGLISH } from './phrasing-en.ts';

/** The sentences of a language. */
export function phrasingOf(language: Language): Phrasing {
  return language === 'bn' ? BENGALI : ENGLISH;
}
