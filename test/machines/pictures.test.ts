import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { machines } from '../../machines/state.ts';
import { drawStatecharts } from '../../scripts/draw-statecharts.ts';

describe('the pictures of the statecharts', () => {
  it('are those of the machines as they are now (npm run draw)', async () => {
    for (const [name, svg] of await drawStatecharts()) {
      expect(readFileSync(`machines/pictures/${name}`, 'utf8') === svg, `machines/pictures/${name}`).toBe(true);
    }
  });

  it('are one for each kind, and each is shown in the README', () => {
    const names = Object.keys(machines).map((kind) => `${kind}.svg`);
    expect(readdirSync('machines/pictures').sort()).toEqual(names.sort());
    const readme = readFileSync('machines/README.md', 'utf8');
    for (const name of names) expect(readme).toContain(`](pictures/${name})`);
  });

  it('name every state in words', async () => {
    const pictures = await drawStatecharts();
    for (const word of ['in progress', 'on hold', 'not achieved', 'due soon', 'overdue']) {
      expect(pictures.get('milestone.svg')).toContain(`>${word}</text>`);
    }
    expect([...pictures.values()].join()).not.toMatch(/>[^<]*xstate/);
  });
});
