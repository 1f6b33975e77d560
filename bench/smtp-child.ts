import { startSmtpServer } from '../test/support/smtp-server.ts';
import { serve } from './child.ts';

/** A real SMTP server in a process of its own, which takes every letter. */
const server = await startSmtpServer();

await serve(
  {
    address: () => ({ url: server.url({}) }),
    taken: () => ({ letters: server.mails.length }),
  },
  () => server.close(),
);
