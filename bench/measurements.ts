import { startChild } from './child.ts';
import { type Figure, percentile } from './figures.ts';
import { type Answered, load } from './load.ts';
import type { Surroundings } from './surroundings.ts';

/** How much is measured; smaller numbers are for a look at whether it works. */
export interface Extent {
  readonly rounds: number;
  readonly indicators: number;
  readonly offices: number;
}

export type Measurement = (surroundings: Surroundings, extent: Extent) => Promise<Figure[]>;

interface Fired {
  readonly fired: number;
  readonly milliseconds: number;
  readonly letters: number;
  readonly lettersIn: number;
}

/**
 * Indicators due at one instant, beside as many empty jobs on the same Redis, turn and turn about. Offices on one
 * national plan stand alike, which the engine makes use of; so a second worker has indicators of which no two do.
 */
const firings: Measurement = async ({ place }, { rounds, indicators }) => {
  const empty = startChild('empty-jobs.ts', await place('empty'));
  const alike = startChild('firing-worker.ts', await place('alike'));
  const distinct = startChild('firing-worker.ts', await place('distinct'));
  // The first round finds everything cold, and counts for nobody.
  const terms = { indicators, reminders: rounds + 1 };
  await alike.ask('prepare', { ...terms, isDistinct: false });
  await distinct.ask('prepare', { ...terms, isDistinct: true });
  const jobs: number[] = [];
  const results: { alike: Fired; distinct: Fired }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const { milliseconds } = await empty.ask<{ milliseconds: number }>('round', { jobs: indicators });
    jobs.push((1_000 * indicators) / milliseconds);
    results.push({ alike: await alike.ask<Fired>('round'), distinct: await distinct.ask<Fired>('round') });
  }
  const counted = results.slice(1);
  const beside = { name: 'empty BullMQ jobs a second', rounds: jobs.slice(1) };
  const rate = ({ fired, milliseconds }: Fired) => (1_000 * fired) / milliseconds;
  const letters = counted.map((one) => (1_000 * one.alike.letters) / one.alike.lettersIn);
  const peak = { empty: await empty.end(), alike: await alike.end(), distinct: await distinct.end() };
  const [name, unit] = [`${indicators} indicators due at one instant`, 'firings/s'];
  return [
    {
      name: `${name}, on one plan`,
      unit,
      rounds: counted.map((one) => rate(one.alike)),
      beside,
      peakMegabytes: peak.alike,
    },
    {
      name: `${name}, no two alike`,
      unit,
      rounds: counted.map((one) => rate(one.distinct)),
      beside,
      peakMegabytes: peak.distinct,
    },
    { name: 'Empty BullMQ jobs, 100 at a time', unit: 'jobs/s', rounds: beside.rounds, peakMegabytes: peak.empty },
    { name: 'Letters written after it', unit: 'letters/s', rounds: letters },
  ];
};

const arming: Measurement = async ({ place }, { rounds }) => {
  const child = startChild('arming.ts', await place('arming'));
  const rates = async (task: string, count: number) => {
    const measured: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { milliseconds } = await child.ask<{ milliseconds: number }>(task, { count });
      measured.push((1_000 * count) / milliseconds);
    }
    return measured;
  };
  const together = await rates('together', 20_000);
  const oneByOne = await rates('oneByOne', 2_000);
  const peakMegabytes = await child.end();
  return [
    { name: 'Alarms armed, 20,000 at once', unit: 'alarms/s', rounds: together, peakMegabytes },
    { name: 'Alarms armed, one after the other', unit: 'alarms/s', rounds: oneByOne },
  ];
};

const lateness: Measurement = async ({ place }) => {
  const child = startChild('lateness.ts', await place('lateness'));
  const { lateMilliseconds } = await child.ask<{ lateMilliseconds: number[] }>('measure', {
    instants: 300,
    seconds: 15,
  });
  const peakMegabytes = await child.end();
  const name = 'Lateness of 300 alarms in 15 s, to the commit';
  return [
    { name: `${name}, p50`, unit: 'ms', rounds: [percentile(lateMilliseconds, 50)], peakMegabytes },
    { name: `${name}, p99`, unit: 'ms', rounds: [percentile(lateMilliseconds, 99)] },
  ];
};

const mails: Measurement = async ({ place, smtpUrl }, { rounds }) => {
  const child = startChild('mails.ts', { ...(await place('mails')), SMTP_URL: smtpUrl });
  await child.ask('prepare', { offices: 250, reminders: rounds + 1 });
  const results: { letters: number; outbox: number; bare: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) results.push(await child.ask('round'));
  const counted = results.slice(1);
  const peakMegabytes = await child.end();
  return [
    {
      name: 'Letters sent through the outbox',
      unit: 'letters/s',
      rounds: counted.map(({ letters, outbox }) => (1_000 * letters) / outbox),
      beside: {
        name: 'nodemailer alone',
        rounds: counted.map(({ letters, bare }) => (1_000 * letters) / bare),
      },
      peakMegabytes,
    },
  ];
};

const simulation: Measurement = async (_, { offices }) => {
  const child = startChild('simulation.ts');
  const { milliseconds, indicators } = await child.ask<{ milliseconds: number; indicators: number }>('measure', {
    offices,
  });
  const peakMegabytes = await child.end();
  const name = `A year of ${offices} offices (${indicators} indicators) simulated`;
  return [{ name, unit: 's', rounds: [milliseconds / 1_000], peakMegabytes }];
};

/** Pages in turn with a bare word out of the same process. */
const pages: Measurement = async ({ place }, { rounds }) => {
  const child = startChild('pages-server.ts', await place('pages'));
  const indicators = 1_000;
  const at = await child.ask<Record<'bare' | 'plan' | 'large' | 'cookie', string>>('prepare', { indicators });
  const seen: Record<'bare' | 'plan' | 'large', Answered[]> = { bare: [], plan: [], large: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const page of ['bare', 'plan', 'large'] as const) seen[page].push(await load(at[page], at.cookie));
  }
  const peakMegabytes = await child.end();
  const counted = (page: keyof typeof seen, figure: keyof Answered) =>
    seen[page].slice(1).map((answered) => answered[figure]);
  return (['plan', 'large'] as const).flatMap((page): Figure[] => {
    const name = `Plan page of ${page === 'plan' ? 13 : indicators} indicators`;
    const beside = (figure: keyof Answered) => ({ name: 'a bare "hello"', rounds: counted('bare', figure) });
    return [
      { name: `${name}, p50`, unit: 'ms', rounds: counted(page, 'p50'), beside: beside('p50'), peakMegabytes },
      { name: `${name}, p99`, unit: 'ms', rounds: counted(page, 'p99'), beside: beside('p99') },
      { name, unit: 'pages/s', rounds: counted(page, 'perSecond'), beside: beside('perSecond') },
    ];
  });
};

/** Each format in a process of its own, and JSON of a tenth of the offices: memory that grows with them would show. */
const reports: Measurement = async ({ place }, { offices }) => {
  const figures: Figure[] = [];
  const runs = [
    ['json', Math.ceil(offices / 10)],
    ...['json', 'html', 'xlsx', 'docx'].map((format) => [format, offices] as const),
  ] as const;
  const few = await place('reports-few');
  const many = await place('reports-many');
  const prepared = new Set<object>();
  for (const [format, count] of runs) {
    const where = count === offices ? many : few;
    // Plans are applied by a process of its own, so that what that takes does not count.
    if (!prepared.has(where)) {
      const first = startChild('reports.ts', where);
      await first.ask('prepare', { offices: count });
      await first.end();
      prepared.add(where);
    }
    const child = startChild('reports.ts', where);
    const { milliseconds } = await child.ask<{ milliseconds: number }>('write', { format });
    const peakMegabytes = await child.end();
    const name = `Progress reports of ${count} offices as ${format}`;
    figures.push({ name, unit: 'reports/s', rounds: [(1_000 * count) / milliseconds], peakMegabytes });
  }
  return figures;
};

export const measurements = { firings, arming, lateness, mails, simulation, pages, reports } as const satisfies Record<
  string,
  Measurement
>;
