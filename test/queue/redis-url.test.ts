import { describe, expect, it } from 'vitest';
import { parseRedisUrl } from '../../src/queue/redis-url.ts';

const nobody = { username: null, password: null, isEncrypted: false };

describe('REDIS_URL', () => {
  it('names a server', () => {
    const address = { host: 'localhost', port: 6379 };
    expect(parseRedisUrl('redis://localhost')).toEqual({ kind: 'server', address, database: 0, ...nobody });
    expect(parseRedisUrl(' redis://[::1]:7000/3 ')).toEqual({
      kind: 'server',
      address: { host: '::1', port: 7000 },
      database: 3,
      ...nobody,
    });
  });

  it('asks for TLS, and holds a password with any sign in it', () => {
    expect(parseRedisUrl('rediss://office:p%40ss%2Fw:rd@redis.example:6380')).toEqual({
      kind: 'server',
      address: { host: 'redis.example', port: 6380 },
      database: 0,
      username: 'office',
      password: 'p@ss/w:rd',
      isEncrypted: true,
    });
    expect(parseRedisUrl('redis://:secret@localhost')).toMatchObject({ username: null, password: 'secret' });
  });

  it('names the Sentinels that know the master', () => {
    const url = 'redis+sentinel://:secret@one.example,two.example:26380/2?master=suchok&sentinelPassword=other';
    expect(parseRedisUrl(url)).toEqual({
      kind: 'sentinel',
      sentinels: [
        { host: 'one.example', port: 26379 },
        { host: 'two.example', port: 26380 },
      ],
      master: 'suchok',
      sentinelPassword: 'other',
      database: 2,
      username: null,
      password: 'secret',
      isEncrypted: false,
    });
  });

  it('names nodes of a Cluster', () => {
    expect(parseRedisUrl('rediss+cluster://one.example:7000,two.example')).toEqual({
      kind: 'cluster',
      nodes: [
        { host: 'one.example', port: 7000 },
        { host: 'two.example', port: 6379 },
      ],
      ...nobody,
      isEncrypted: true,
    });
  });

  it.each([
    ['localhost:6379', /is not a Redis URL.*redis:\/\/localhost:6379/],
    ['http://localhost', /is not a Redis URL/],
    ['redis://one,two', /several hosts.*redis\+sentinel/],
    ['redis+sentinel://one', /no master: add \?master=/],
    ['redis+cluster://one/2', /only number 0/],
    ['redis://localhost:99999', /"localhost:99999".*1 to 65535/],
    ['redis://:se cret@a:b:c', /"a:b:c"/],
  ])('is refused as %s, with what to do and without the password', (url, message) => {
    expect(() => parseRedisUrl(url)).toThrow(message);
    expect(() => parseRedisUrl(url)).not.toThrow(/se cret/);
  });
});
