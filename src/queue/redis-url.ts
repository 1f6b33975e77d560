import { RedisUrlInvalid } from './errors.ts';

interface Account {
  readonly username: string | null;
  readonly password: string | null;
  readonly isEncrypted: boolean;
}

interface Address {
  readonly host: string;
  readonly port: number;
}

/** Where Redis is, as `REDIS_URL` says. */
export type RedisPlace = Account &
  (
    | { readonly kind: 'server'; readonly address: Address; readonly database: number }
    | {
        readonly kind: 'sentinel';
        readonly sentinels: readonly Address[];
        readonly master: string;
        readonly sentinelPassword: string | null;
        readonly database: number;
      }
    | { readonly kind: 'cluster'; readonly nodes: readonly Address[] }
  );

const EXAMPLES =
  'redis://localhost:6379, rediss://user:password@host:6380/0, ' +
  'redis+sentinel://host1:26379,host2:26379/0?master=mymaster or redis+cluster://host1:6379,host2:6379';

const FORM =
  /^(?<scheme>rediss?)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<account>[^@/]*)@)?(?<hosts>[^/?#]+)(?:\/(?<database>\d*))?(?:\?(?<options>[^#]*))?$/;

/**
 * Reads a Redis URL: one server, a master that Sentinels know, or a Cluster; `rediss` instead of `redis` for TLS. Further
 * hosts follow after a comma. For Sentinel, `?master=` names the master and `&sentinelPassword=` is the Sentinels' own.
 *
 * @throws RedisUrlInvalid with what is wrong, and never with the password.
 */
export function parseRedisUrl(url: string): RedisPlace {
  const parts = FORM.exec(url.trim())?.groups;
  if (!parts) throw new RedisUrlInvalid(`REDIS_URL is not a Redis URL. Write it like ${EXAMPLES}.`);
  const options = new URLSearchParams(parts.options ?? '');
  const [username, ...password] = (parts.account ?? '').split(':').map(decodeURIComponent);
  const account: Account = {
    username: username || null,
    password: password.join(':') || null,
    isEncrypted: parts.scheme === 'rediss',
  };
  const database = Number(parts.database || 0);
  const hosts = parts.hosts!.split(',');
  switch (parts.kind) {
    case 'sentinel': {
      const master = options.get('master');
      if (!master) throw new RedisUrlInvalid('REDIS_URL names Sentinels but no master: add ?master=… with its name.');
      return {
        kind: 'sentinel',
        sentinels: hosts.map((host) => parseAddress(host, 26379)),
        master,
        sentinelPassword: options.get('sentinelPassword'),
        database,
        ...account,
      };
    }
    case 'cluster':
      if (database !== 0)
        throw new RedisUrlInvalid('REDIS_URL asks a Cluster for a database, but it has only number 0.');
      return { kind: 'cluster', nodes: hosts.map((host) => parseAddress(host, 6379)), ...account };
    default:
      if (hosts.length > 1) {
        throw new RedisUrlInvalid(
          'REDIS_URL names several hosts. Say whether they are Sentinels (redis+sentinel://) or a Cluster (redis+cluster://).',
        );
      }
      return { kind: 'server', address: parseAddress(parts.hosts!, 6379), database, ...account };
  }
}

function parseAddress(text: string, defaultPort: number): Address {
  const [, ipv6, name, port] = /^(?:\[([0-9a-fA-F:]+)\]|([^:[\]\s]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = ipv6 ?? name;
  const number = port === undefined ? defaultPort : Number(port);
  if (!host || number < 1 || number > 65535) {
    throw new RedisUrlInvalid(`REDIS_URL has the host "${text}". Write host:port, with a port from 1 to 65535.`);
  }
  return { host, port: number };
}
