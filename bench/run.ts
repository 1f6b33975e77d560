import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { type Figure, summary, tableOf } from './figures.ts';
import { measurements } from './measurements.ts';
import { startSurroundings } from './surroundings.ts';

/*
 * npm run bench [-- --json] [--only firings,mails] [--rounds 5] [--indicators 20000] [--offices 1000]
 *
 * What is measured and what came of it on one machine stands in README.md beside this file.
 */

const names = Object.keys(measurements) as (keyof typeof measurements)[];
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: names.join(',') },
    rounds: { type: 'string', default: '5' },
    indicators: { type: 'string', default: '20000' },
    offices: { type: 'string', default: '1000' },
  },
});
const chosen = names.filter((name) => values.only.split(',').includes(name));
const extent = {
  rounds: Number(values.rounds),
  indicators: Number(values.indicators),
  offices: Number(values.offices),
};

const loadBefore = loadavg()[0]!;
const surroundings = await startSurroundings();
const figures: Figure[] = [];
const stop = async (code: number) => {
  await surroundings.remove();
  process.exit(code);
};
process.once('SIGINT', () => void stop(130));
process.once('SIGTERM', () => void stop(143));
try {
  for (const name of chosen) {
    process.stderr.write(`Measuring ${name} …\n`);
    figures.push(...(await measurements[name](surroundings, extent)));
  }
  process.stdout.write(`${values.json ? JSON.stringify(report(), null, 2) : `${headline()}\n\n${tableOf(figures)}`}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  await stop(1);
}
await stop(0);

function report() {
  return {
    at: new Date().toISOString(),
    machine: {
      processor: cpus()[0]?.model ?? '',
      cores: cpus().length,
      memoryMegabytes: Math.round(totalmem() / 2 ** 20),
      loadBefore,
      loadAfter: loadavg()[0],
    },
    versions: { node: process.version, ...surroundings.versions },
    postgres: surroundings.postgresSettings,
    extent,
    figures: figures.map(summary),
  };
}

function headline(): string {
  const { at, machine, versions, postgres } = report();
  return [
    `${at}, ${machine.cores} cores (${machine.processor}), load ${machine.loadBefore.toFixed(1)} before and ${machine.loadAfter!.toFixed(1)} after`,
    `Node ${versions.node}, Postgres ${versions.postgres} (${Object.entries(postgres).join('; ').replaceAll(',', ' ')}), Redis ${versions.redis}`,
  ].join('\n');
}
