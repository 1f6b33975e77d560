import { describe, expect, it } from 'vitest';
import { KeptPages } from '../../src/web/kept-pages.ts';

describe('A page that is kept', () => {
  it('is drawn once for each view of what it shows, and anew for what replaces that', () => {
    const pages = new KeptPages();
    let drawn = 0;
    const draw = (shown: object, view: string) => pages.draw(shown, view, () => `${view} ${++drawn}`);
    const [status, next] = [{}, {}];
    expect([draw(status, 'bn'), draw(status, 'en'), draw(status, 'bn')]).toEqual(['bn 1', 'en 2', 'bn 1']);
    expect(draw(next, 'bn')).toBe('bn 3');
  });

  it('makes room where people ask for ever new views', () => {
    const pages = new KeptPages();
    const status = {};
    const draw = (view: number) => pages.draw(status, String(view), () => `view ${view}`);
    for (let view = 0; view < 100; view += 1) draw(view);
    expect(pages.draw(status, '99', () => 'drawn again')).toBe('view 99');
    expect(pages.draw(status, '0', () => 'drawn again')).toBe('drawn again');
  });
});
