import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safePath } from '../../src/web/safe-path.ts';

it.each(['/plans', '/plans/a-2021-22/indicators/1.2.1?lang=en', '/messages?status=failed&before=12'])(
  'a page of ours is come back to: %s',
  (path) => expect(safePath(path)).toBe(path),
);

it('whatever is asked for, a browser stays on the site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    '?',
    '#',
    '\t',
    '\n',
    '%2f',
    '%5c',
    'evil.example',
    'a',
  );
  const text = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc.array(piece).map((pieces) => `/${pieces.join('')}`),
  );
  fc.assert(
    fc.property(text, (asked) => {
      const path = safePath(asked);
      expect(new URL(path, 'https://suchok.example/sign-in/x').origin).toBe('https://suchok.example');
      expect(path).toMatch(/^\/(?!\/)/);
      expect(safePath(path)).toBe(path);
    }),
    { numRuns: 2_000 },
  );
});
