import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addStart } from '../../src/cli/commands/start.ts';
import type { CommandContext } from '../../src/cli/context.ts';
import { createProgram } from '../../src/cli/program.ts';
import { SETTING_NAMES } from '../../src/settings.ts';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] } | { readonly disable: true };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly restart?: string;
  readonly env_file?: string;
  readonly deploy?: { readonly replicas: number };
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(posix.join(root, file), 'utf8');
const { services, volumes } = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const all = Object.entries(services);
const own = all.filter(([, { image }]) => image.startsWith('suchok:'));
const dockerfile = read('Dockerfile');

describe('docker-compose.yml', () => {
  test('runs the pages, two workers, Postgres, Redis and a mail server for a first look', () => {
    expect(Object.keys(services).sort()).toEqual(['mailpit', 'postgres', 'redis', 'web', 'worker']);
    expect(services.worker!.deploy!.replicas).toBe(2);
  });

  test.each(all)('%s names its image with a tag that stays, and is started again when it ends', (_, service) => {
    expect(service.image).toMatch(/^[a-z0-9/-]+:(?!latest)[a-z0-9.-]+$/);
    expect(service.restart).toBe('unless-stopped');
  });

  test('has Postgres 15 or later, and a Redis that keeps an append-only file and never evicts', () => {
    expect(Number(/^postgres:(\d+)/.exec(services.postgres!.image)?.[1])).toBeGreaterThanOrEqual(15);
    const command = services.redis!.command!.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  test.each(all)('%s can be asked whether it is well, or states that it cannot', (name, { healthcheck }) => {
    expect(healthcheck).toEqual(
      name === 'worker' ? { disable: true } : expect.objectContaining({ test: expect.anything() }),
    );
  });

  test('lets everybody wait until what they need is well', () => {
    for (const [name, { depends_on = {} }] of all) {
      for (const [needed, { condition }] of Object.entries(depends_on)) {
        expect(services[needed], `${name} needs ${needed}`).toBeDefined();
        expect(condition).toBe('service_healthy');
      }
    }
  });

  test('declares every volume, and mounts only folders that are there', () => {
    const mounted = all.flatMap(([, service]) => service.volumes ?? []).map((volume) => volume.split(':')[0]!);
    const folders = mounted.filter((source) => source.startsWith('.'));
    for (const folder of folders) expect(existsSync(posix.join(root, folder)), folder).toBe(true);
    const named = mounted.filter((source) => !source.startsWith('.'));
    expect(new Set(named)).toEqual(new Set(Object.keys(volumes)));
  });

  test('opens ports to this machine alone', () => {
    const ports = all.flatMap(([, service]) => service.ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test.each(own)('%s is given settings that Suchok knows, and secrets from .env only', (_, service) => {
    expect(service.env_file).toBe('.env');
    for (const [name, value] of Object.entries(service.environment!)) {
      expect(SETTING_NAMES).toContain(name);
      expect(value).not.toMatch(/:\/\/[^:/]+:(?!\$\{)[^@/]+@/);
    }
  });

  test.each(own)('%s is started by a command that Suchok has', (_, { command }) => {
    const [name, option, part] = command!;
    const program = createProgram({ env: {} } as unknown as CommandContext, [addStart]);
    const start = program.commands.find((one) => one.name() === name)!;
    expect(start.options.find(({ long }) => long === option)!.argChoices).toContain(part);
  });

  test('stops the program no sooner than an attempt to send a letter may take', () => {
    const seconds = Number(/stop_grace_period: (\d+)s/.exec(read('docker-compose.yml'))?.[1]);
    expect(seconds).toBeGreaterThan(45);
  });

  const missing = composePlugin() ? null : 'left out: no docker compose on this machine';
  test.skipIf(missing)(`is what docker compose understands${missing ? ` (${missing})` : ''}`, () => {
    const env = { ...process.env, POSTGRES_PASSWORD: 'secret', COMPOSE_ENV_FILES: '/dev/null' };
    execFileSync('docker', ['compose', '--file', 'docker-compose.yml', 'config', '--quiet', '--no-env-resolution'], {
      cwd: root,
      env,
    });
  });
});

describe('Dockerfile', () => {
  test('copies only what is there and what .dockerignore lets through', () => {
    const allowed = read('.dockerignore')
      .match(/^!.+$/gm)!
      .map((line) => line.slice(1));
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, files]) =>
      files!.split(' ').slice(0, -1),
    );
    expect(copied.length).toBeGreaterThan(5);
    for (const file of copied) {
      expect(existsSync(posix.join(root, file)), file).toBe(true);
      expect(allowed).toContain(posix.normalize(file));
    }
  });

  test('runs the built program as a user without rights, with a health check and its data in a volume', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    const program = /ENTRYPOINT \["node", "\/app\/(.+)"\]/.exec(last)?.[1];
    expect(program).toBe(JSON.parse(read('package.json')).bin.suchok);
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK [\s\S]*\/healthz/m);
    expect(last).toMatch(/^VOLUME \/data$/m);
    const settings = [...(/^ENV (.+)$/m.exec(last)?.[1] ?? '').matchAll(/(\w+)=/g)].map(([, name]) => name);
    expect([...SETTING_NAMES, 'NODE_ENV']).toEqual(expect.arrayContaining(settings));
  });
});

describe('.env.example', () => {
  test('tells every setting, and none that is not one', () => {
    const told = [...read('.env.example').matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(told.sort()).toEqual([...SETTING_NAMES, 'POSTGRES_PASSWORD'].sort());
  });
});

function composePlugin(): boolean {
  try {
    execFileSync('docker', ['compose', 'version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
