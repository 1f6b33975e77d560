import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ApiProblem, ServerUnreachable } from '../../client/errors.ts';
import { DatabaseUnavailable } from '../../db/errors.ts';
import type { Format } from '../../report/render/report-file.ts';
import type { ReportTerms } from '../../report/report-terms.ts';
import { CommandFailed, type OfficeContext } from '../context.ts';
import { explainError } from '../explain-error.ts';
import { NO_PLAN } from '../find-plan.ts';
import type { Office } from '../office/office.ts';
import { counted } from '../office-files.ts';
import { startProgress } from '../progress.ts';

interface AllTerms {
  readonly terms: ReportTerms;
  readonly format: Format;
  /** The folder. */
  readonly out: string;
  readonly overwrite: boolean;
}

/**
 * Writes a report of every plan in force, a file each, one after the other: no more than one is held at a time. What is
 * there already is kept, so that an interrupted run goes on where it stopped. A plan whose report cannot be made stops no
 * other; which those were is told at the end.
 */
export function reportAll(context: OfficeContext, { terms, format, out, overwrite }: AllTerms): Promise<void> {
  return context.withOffice(async (office) => {
    const faces = await office.faces();
    if (faces.length === 0) throw new CommandFailed(NO_PLAN);
    const progress = startProgress(context.err, 'Reporting');
    const failed: string[] = [];
    const counts = { written: 0, kept: 0 };
    try {
      for (const [i, { id }] of faces.entries()) {
        const path = join(out, `${id}-${terms.kind}.${format}`);
        if (!overwrite && context.hasFile(path)) counts.kept += 1;
        else {
          const content = await attempt(office, id, terms, format);
          if (typeof content === 'string') failed.push(`${id}: ${content}`);
          else {
            // A folder that cannot be written to fails for all: that ends the run.
            context.writeFile({ path, content, overwrite, keep: true });
            counts.written += 1;
          }
        }
        progress.update(i + 1, faces.length);
        // The embedded database never lets go of the process by itself, and the process may be serving pages.
        await setImmediate();
      }
    } finally {
      progress.end();
    }
    context.out.write(`${counted(counts.written, 'report')} written to ${out}\n`);
    if (counts.kept > 0) {
      context.out.write(
        `${counted(counts.kept, 'file')} kept that ${counts.kept === 1 ? 'was' : 'were'} there already; --overwrite writes them anew\n`,
      );
    }
    if (failed.length > 0) throw new CommandFailed(`${counted(failed.length, 'plan')} left out:\n${failed.join('\n')}`);
  });
}

/** A report, or why there is none. Throws what would fail for every other plan as well. */
async function attempt(office: Office, id: string, terms: ReportTerms, format: Format): Promise<Uint8Array | string> {
  try {
    return (await office.report(id, terms, format)) ?? (await office.unknownPlan(id)).message;
  } catch (error) {
    const isOurs = error instanceof ApiProblem && error.problem.status < 500;
    if (error instanceof DatabaseUnavailable || error instanceof ServerUnreachable || isOurs) throw error;
    // Without its stack: there may be as many of them as plans.
    return explainError(error).split('\n    at ')[0]!.replaceAll('\n', ' ');
  }
}
