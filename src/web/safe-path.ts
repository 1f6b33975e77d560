const HERE = 'http://here.invalid';

/** Longer addresses than this none of our pages has. */
const LONGEST = 500;

/**
 * The page of ours that an address names, as path and query; `/` for whatever could lead to another site, and for the
 * pages to sign in. Browsers read a backslash as a slash, drop tabs and line breaks, and fold `/./`: so what is judged is
 * what they would go to.
 */
export function safePath(asked: string | undefined): string {
  if (!asked?.startsWith('/') || asked.length > LONGEST || /[\\\p{Cc}]/u.test(asked) || !URL.canParse(asked, HERE)) {
    return '/';
  }
  const { origin, pathname, search } = new URL(asked, HERE);
  if (origin !== HERE || pathname.startsWith('//') || /^\/sign-(in|out)(\/|$)/.test(pathname)) return '/';
  return `${pathname}${search}`;
}
