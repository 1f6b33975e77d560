import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that takes every letter and keeps none; says its port. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  onData: (stream, _session, callback) => {
    stream.resume().once('end', () => callback(null, 'taken'));
  },
});
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');
process.stdout.write(`${(server.server.address() as AddressInfo).port}\n`);
process.stdin.resume().once('end', () => process.exit(0));
