import type { Command } from 'commander';
import { LINK_MINUTES } from '../../sign-in/sign-in.ts';
import { type CommandContext, CommandFailed } from '../context.ts';
import { addExamples, jsonOption, printJson } from '../options.ts';

export function addSignInLink(program: Command, context: CommandContext): void {
  const command = program
    .command('sign-in-link')
    .summary('print a link that lets somebody in to the pages')
    .description(
      `Prints a link that lets somebody in to the pages, once, within ${LINK_MINUTES} minutes: the administrator, or the person with an address. Nothing is mailed.`,
    )
    .argument('[address]', 'a mail address of a plan or of ADMIN_EMAIL; the administrator where none is given')
    .addOption(jsonOption())
    .action((address: string | undefined, { json }: { json?: boolean }) => printLink(context, address, json === true));
  addExamples(command, 'sign-in-link', 'sign-in-link focal.point@office.example');
}

async function printLink(context: CommandContext, asked: string | undefined, json: boolean): Promise<void> {
  await context.withApp(async ({ signIn }) => {
    const address = asked === undefined ? null : await signIn.find(asked);
    if (asked !== undefined && address === null) {
      throw new CommandFailed(`No plan names a person with the address ${asked}, nor does ADMIN_EMAIL.`);
    }
    const link = await signIn.makeLink(address);
    if (json) printJson(context.out, { link, address, minutes: LINK_MINUTES });
    else context.out.write(`${link}\n`);
  });
}
