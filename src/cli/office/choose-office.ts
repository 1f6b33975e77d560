import type { Command } from 'commander';
import { SuchokClient } from '../../client/client.ts';
import { type CommandContext, CommandFailed, type OfficeContext } from '../context.ts';
import { preferredLanguage } from '../options.ts';
import { checkLocally, localOffice } from './local-office.ts';
import { checkRemotely, remoteOffice } from './remote-office.ts';

/** The options by which a command is told to ask a Suchok elsewhere. */
export function addServerOptions(program: Command): void {
  program
    .option('--server <url>', 'ask a Suchok that runs elsewhere, as in https://suchok.office.example (SUCHOK_SERVER)')
    .option('--token <token>', 'a token of your account there; better in SUCHOK_TOKEN, where others do not see it');
}

/** The context in which commands reach an office here, or the one that the options or the environment name. */
export function officeContext(context: CommandContext, program: Command): OfficeContext {
  const client = () => clientFor(context, program.opts<{ server?: string; token?: string }>());
  return {
    ...context,
    withApp: (work) => {
      if (!client()) return context.withApp(work);
      throw new CommandFailed(
        'This command works on the data of the computer it runs on: run it there, without --server and SUCHOK_SERVER.',
      );
    },
    withOffice: async (work) => {
      const elsewhere = client();
      return elsewhere ? work(remoteOffice(elsewhere)) : context.withApp((app) => work(localOffice(app)));
    },
    checkPlan: async (file) => {
      const elsewhere = client();
      return elsewhere ? checkRemotely(elsewhere, file) : checkLocally(context.configDir, file);
    },
  };
}

function clientFor({ env }: CommandContext, options: { server?: string; token?: string }): SuchokClient | null {
  const server = options.server ?? env.SUCHOK_SERVER?.trim();
  if (!server) return null;
  if (!URL.canParse(server) || !['http:', 'https:'].includes(new URL(server).protocol)) {
    throw new CommandFailed(`--server: write it as https://suchok.office.example, not "${server}".`);
  }
  const token = options.token ?? env.SUCHOK_TOKEN?.trim();
  if (!token) {
    throw new CommandFailed(
      `A token is needed to ask ${server}: make one there under your account, and set SUCHOK_TOKEN.`,
    );
  }
  return new SuchokClient({ server, token, language: preferredLanguage(env) });
}
