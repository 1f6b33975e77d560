/** A part of the program: a folder, or a file that is a part by itself. */
export interface Part {
  /** The path from the root; of two parts that hold a file, the longer path counts. */
  readonly path: string;
  /** Parts whose functions it may call. */
  readonly uses?: readonly string[];
  /** Parts of which it may know the types, and nothing that is there at run time. */
  readonly knows?: readonly string[];
  /** Packages and modules of Node that it may import; all where none are listed. A pure part lists no I/O here. */
  readonly packages?: readonly string[];
}

/** What the pure core stands on: none of them reads a clock, a file, the environment, a database or a network. */
const PURE: readonly Part[] = [
  { path: 'machines', knows: ['src/calendar', 'src/plan'], packages: ['xstate'] },
  { path: 'src/calendar', uses: ['src/i18n', 'src/plan'], packages: ['luxon', 'zod'] },
  { path: 'src/i18n', uses: ['src/calendar'], knows: ['machines', 'src/plan'], packages: ['intl-messageformat'] },
  { path: 'src/plan', uses: ['src/calendar', 'src/i18n'], knows: ['machines'], packages: ['yaml', 'zod'] },
  {
    path: 'src/notices',
    uses: ['machines', 'src/calendar', 'src/plan', 'src/score'],
    knows: ['src/letters'],
    packages: [],
  },
  { path: 'src/score', uses: ['src/calendar'], knows: ['machines', 'src/plan'], packages: [] },
  { path: 'src/rights', uses: ['src/notices', 'src/plan'], knows: ['src/calendar'], packages: [] },
  {
    path: 'src/letters',
    uses: ['src/calendar', 'src/i18n'],
    knows: ['machines', 'src/plan', 'src/score'],
    packages: ['hono', 'html-to-text', 'ical-generator', 'juice'],
  },
  {
    path: 'src/simulate',
    uses: ['machines', 'src/calendar', 'src/i18n', 'src/letters', 'src/notices', 'src/plan'],
    packages: [],
  },
  {
    path: 'src/meetings',
    uses: ['machines', 'src/calendar', 'src/i18n', 'src/plan', 'src/report'],
    packages: ['zod'],
  },
  {
    path: 'src/report',
    uses: ['machines', 'src/calendar', 'src/i18n', 'src/plan', 'src/score', 'src/simulate'],
    // Hashing and packing give the same for the same, and touch nothing.
    packages: ['docx', 'hono', 'node:crypto', 'write-excel-file'],
  },
  { path: 'src/settings.ts', packages: ['zod'] },
];

const PURE_PATHS = PURE.map(({ path }) => path);

/** What touches the world, and nothing of what decides. */
const EDGES: readonly Part[] = [
  { path: 'src/clock.ts', knows: ['src/calendar'], packages: [] },
  { path: 'src/turns.ts', packages: [] },
  { path: 'src/log.ts', knows: ['src/settings.ts'] },
  { path: 'src/plan/config-folder.ts', uses: ['src/plan'], packages: ['node:fs', 'node:path'] },
  {
    path: 'src/calendar/calendar-folder.ts',
    uses: ['src/calendar', 'src/plan', 'src/plan/config-folder.ts'],
    packages: [],
  },
  {
    path: 'src/db',
    uses: ['src/turns.ts'],
    knows: ['machines', 'src/calendar', 'src/meetings', 'src/notices', 'src/plan'],
  },
  { path: 'src/queue', uses: ['src/db'], knows: ['src/calendar'] },
  { path: 'src/mail', knows: ['src/calendar', 'src/plan'] },
  { path: 'src/webhooks', packages: ['node:crypto', 'node:dns', 'node:http', 'node:https', 'node:net'] },
  { path: 'src/evidence', uses: ['src/turns.ts'], knows: ['machines'] },
  { path: 'src/http', packages: ['hono', 'node:crypto'] },
];

/** Read by every door into the program: how things stand, and how to say it. */
const SAID = ['machines', 'src/calendar', 'src/i18n', 'src/plan', 'src/notices', 'src/score', 'src/clock.ts'] as const;

const PROGRAM: readonly Part[] = [
  {
    path: 'src/engine',
    uses: ['machines', 'src/calendar', 'src/meetings', 'src/notices', 'src/plan', 'src/db', 'src/queue'],
    knows: ['src/clock.ts', 'src/letters', 'src/report'],
    // A timer only to wait for a database that is away; time itself is an argument.
    packages: ['node:crypto', 'node:timers'],
  },
  {
    path: 'src/sign-in',
    uses: ['src/calendar', 'src/rights', 'src/db'],
    knows: ['src/clock.ts', 'src/plan'],
    // A timer only to wait for a mail server that asked for patience.
    packages: ['node:crypto', 'node:timers', 'openid-client'],
  },
  // What somebody may do, done: rights first, then the engine. Pages and the API go through here.
  {
    path: 'src/acting',
    uses: [
      'machines',
      'src/calendar',
      'src/i18n',
      'src/meetings',
      'src/notices',
      'src/plan',
      'src/rights',
      'src/sign-in',
      'src/reading',
      'src/report',
      'src/engine',
      'src/evidence',
      'src/db',
      'src/webhooks',
    ],
    knows: ['src/clock.ts'],
    packages: ['node:stream'],
  },
  // What pages, the API and the command line read alike.
  {
    path: 'src/reading',
    uses: [
      'machines',
      'src/calendar',
      'src/i18n',
      'src/meetings',
      'src/notices',
      'src/plan',
      'src/report',
      'src/rights',
      'src/score',
      'src/simulate',
      'src/engine',
      'src/db',
    ],
    packages: [],
  },
  { path: 'workers', uses: ['src/engine', 'src/queue'], knows: ['src/db'] },
  {
    path: 'src/web',
    uses: [
      ...SAID,
      'src/report',
      'src/rights',
      'src/sign-in',
      'src/acting',
      'src/reading',
      'src/report',
      'src/engine',
      'src/evidence',
      'src/http',
      'src/db',
      'src/simulate',
      'src/meetings',
      'src/report',
    ],
    knows: ['src/log.ts', 'src/mail', 'src/queue', 'src/settings.ts'],
  },
  // Beside the pages, which it does not know: what both need stands in `acting` and `reading`.
  {
    path: 'src/api',
    uses: [
      ...SAID,
      'src/turns.ts',
      'src/report',
      'src/rights',
      'src/sign-in',
      'src/acting',
      'src/reading',
      'src/engine',
      'src/evidence',
      'src/http',
      'src/db',
      'src/meetings',
      'src/report',
    ],
    knows: ['src/settings.ts'],
    packages: ['@hono/zod-openapi', 'hono', 'node:crypto', 'node:stream'],
  },
  // For other machines: it reaches the program over the network, and knows of it only what the API answers.
  { path: 'src/client', knows: ['src/api', 'machines', 'src/plan'], packages: ['node:crypto', 'node:timers'] },
  {
    path: 'src/cli',
    // A command opens the program through `app.ts`, and so knows what that is made of by its types.
    uses: [
      ...PURE_PATHS,
      'src/app.ts',
      'src/clock.ts',
      'src/log.ts',
      'src/plan/config-folder.ts',
      'src/sign-in',
      'src/reading',
      'src/engine',
      'src/db',
      'src/client',
    ],
    knows: ['src/mail', 'src/queue', 'src/api'],
  },
  // Composition: the one place that knows all parts.
  {
    path: 'src/app.ts',
    uses: [
      ...PURE_PATHS,
      ...EDGES.map(({ path }) => path),
      'src/engine',
      'src/sign-in',
      'workers',
      'src/web',
      'src/api',
    ],
  },
];

/** Who may import whom. Nothing here may import tests, benchmarks or scripts, and no file itself by a detour. */
export const PARTS: readonly Part[] = [...PURE, ...EDGES, ...PROGRAM];
