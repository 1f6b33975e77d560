import { formatNumber } from '../../../i18n/format.ts';
import type { Fault } from '../../../plan/fault.ts';
import type { Language } from '../../../plan/types.ts';
import type { Session } from '../../web-parts.ts';
import { administrationWords } from '../../wording/administration-words.ts';
import { CheckForm } from './plan-forms.tsx';

interface FaultsProps {
  readonly faults: readonly Fault[];
  readonly name: string;
  readonly text: string;
  readonly session: Session;
  readonly language: Language;
}

/** All that is wrong with a plan's file, each with its place and its line, and the text to correct. */
export function PlanFaultsPage({ faults, name, text, session, language }: FaultsProps) {
  const say = administrationWords(language);
  const lines = text.split('\n');
  return (
    <>
      <div class="heading">
        <h1>{say.faults(formatNumber(faults.length, language))}</h1>
        <p class="quiet">{say.faultsLead}</p>
      </div>
      <div class="table-frame" role="alert">
        <table class="list-table fault-table">
          <caption class="hidden">{say.fault}</caption>
          <thead>
            <tr>
              <th scope="col">{say.place}</th>
              <th scope="col">{say.fault}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr class="row">
                <th scope="row" class="code">
                  {`${fault.line}:${fault.column}`}
                  <span class="small">{fault.file}</span>
                </th>
                <td lang="en">
                  <strong>{fault.field}</strong>: {fault.message}
                  {fault.file === name && lines[fault.line - 1] !== undefined && (
                    <code class="quoted">{lines[fault.line - 1]!.slice(0, 300)}</code>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>{say.editText}</h2>
      <CheckForm session={session} language={language} typed={{ name, text }} isAgain />
    </>
  );
}
