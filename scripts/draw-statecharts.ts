import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { instance } from '@viz-js/viz';
import { machines } from '../machines/state.ts';
import { statechartGraph } from './statechart-graph.ts';

/** The pictures of `machines/README.md` by the names of their files: the same machines give the same bytes. */
export async function drawStatecharts(): Promise<Map<string, string>> {
  const viz = await instance();
  return new Map(
    Object.entries(machines).map(([kind, machine]) => [
      `${kind}.svg`,
      viz.renderString(statechartGraph(machine.root), { format: 'svg' }),
    ]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../machines/pictures/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of await drawStatecharts()) {
    writeFileSync(new URL(name, folder), svg);
    console.log(`machines/pictures/${name}`);
  }
}
