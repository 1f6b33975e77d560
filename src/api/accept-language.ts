import { createMiddleware } from 'hono/factory';
import type { Language } from '../plan/types.ts';
import type { ApiEnv } from './api-parts.ts';

/** Of Bengali and English the one that is asked for first, or weighs more; English where neither is. */
export function preferredLanguage(header: string | undefined): Language {
  const asked = (header ?? '').split(',').flatMap((part) => {
    const [, tag, weight = '1'] = /^\s*([a-z]{1,8})(?:-[a-z0-9-]+)?\s*(?:;\s*q=([\d.]+))?\s*$/i.exec(part) ?? [];
    const language = tag?.toLowerCase();
    return language === 'bn' || language === 'en' ? [{ language, weight: Number(weight) } as const] : [];
  });
  return asked.sort((a, b) => b.weight - a.weight)[0]?.language ?? 'en';
}

/** The language in which problems are told. */
export const chooseLanguage = createMiddleware<ApiEnv>(async (c, next) => {
  c.set('language', preferredLanguage(c.req.header('accept-language')));
  await next();
});
