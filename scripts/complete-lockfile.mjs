/**
 * Completes package-lock.json after `npm install` against a registry mirror that does not carry every platform's
 * prebuilt binaries. npm leaves such an optional package out of the lock file, and `npm ci` then refuses the file.
 * Each missing entry is written from the dependency that names it; npm skips it on any other platform.
 *
 * Usage: npm install <package> && node scripts/complete-lockfile.mjs
 *        node scripts/complete-lockfile.mjs --check    changes nothing, and fails where something is missing
 */
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = [];

for (const [parentPath, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const isFound = ancestors(parentPath).some((folder) => lock.packages[`${folder}node_modules/${name}`]);
    if (isFound) continue;
    const words = name.split(/[-/.]/);
    const os = SYSTEMS.find((system) => words.includes(system));
    const cpu = PROCESSORS.find((processor) =>
      words.some((word) => word === processor || (processor === 'arm' && word.startsWith('arm') && word !== 'arm64')),
    );
    if (!os || !cpu) throw new Error(`${name}: its name tells no platform; add it to package-lock.json by hand.`);
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      os: [os],
    };
    added.push(`${name}@${version}`);
  }
}

/** The folders in which Node would look for a dependency of the package at `path`, nearest first. */
function ancestors(path) {
  const folders = [];
  for (let at = path; at; at = at.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) folders.push(`${at}/`);
  return [...folders, ''];
}

if (process.argv.includes('--check')) {
  const isComplete = added.length === 0;
  console.log(isComplete ? 'The lock file is complete.' : `It lacks ${added.join(', ')}: run this without --check.`);
  process.exit(isComplete ? 0 : 1);
}

const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length ? `Added ${added.length}: ${added.join(', ')}` : 'The lock file is complete.');
