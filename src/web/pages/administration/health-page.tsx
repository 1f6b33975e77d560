import { HOME_ZONE } from '../../../calendar/home-zone.ts';
import type { Instant } from '../../../calendar/types.ts';
import type { Check } from '../../../engine/doctor.ts';
import { formatCode, formatNumber } from '../../../i18n/format.ts';
import type { Language } from '../../../plan/types.ts';
import { Mark, type MarkName } from '../../parts/status-mark.tsx';
import { Moment } from '../../parts/time.tsx';
import { indicatorPath, messagesPath } from '../../paths.ts';
import { type HealthWords, healthWords } from '../../wording/health-words.ts';

export interface HealthProps {
  readonly checks: readonly Check[];
  readonly setAside: readonly {
    readonly planId: string;
    readonly code: string;
    readonly fault: string;
    readonly faultAt: Instant;
  }[];
  readonly version: string;
  readonly database: keyof HealthWords['kind'];
  readonly queue: keyof HealthWords['kind'];
  readonly language: Language;
}

const MARKS: Readonly<Record<Check['result'], MarkName>> = { ok: 'sent', warning: 'unknown', fault: 'failed' };

/** Whether everything works that reminders need to reach people, and what to do where something does not. */
export function HealthPage({ checks, setAside, version, database, queue, language }: HealthProps) {
  const say = healthWords(language);
  const count = (result: Check['result']) =>
    formatNumber(checks.filter((check) => check.result === result).length, language);
  const isWell = checks.every(({ result }) => result === 'ok');
  return (
    <>
      <div class="heading">
        <h1>{say.title}</h1>
        <p class={isWell ? '' : 'soon'}>{isWell ? say.allWell : say.notAllWell(count('fault'), count('warning'))}</p>
        <p class="quiet">{say.looked}</p>
      </div>
      <div class="table-frame">
        <table class="list-table health-table">
          <caption class="hidden">{say.title}</caption>
          <thead>
            <tr>
              <th scope="col">{say.what}</th>
              <th scope="col">{say.how}</th>
              <th scope="col">{say.found}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map(({ name, result, detail }) => (
              <tr class="row">
                <th class="title" scope="row">
                  {say.name[name]}
                </th>
                <td>
                  <Mark name={MARKS[result]} label={say.result[result]} />
                </td>
                <td class="breakable">
                  <span>
                    {result !== 'ok' && <span class="advice">{say.advice[name]}</span>}
                    <span class="small" lang="en">
                      {detail}
                    </span>
                    {name === 'messages' && result !== 'ok' && (
                      <a href={messagesPath({ status: 'failed' })}>{say.failedLetters}</a>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {setAside.length > 0 && (
        <>
          <h2>{say.setAside}</h2>
          <div class="table-frame">
            <table class="list-table">
              <caption class="hidden">{say.setAside}</caption>
              <thead>
                <tr>
                  <th scope="col">{say.indicator}</th>
                  <th scope="col">{say.setAsideSince}</th>
                  <th scope="col">{say.error}</th>
                </tr>
              </thead>
              <tbody>
                {setAside.map(({ planId, code, fault, faultAt }) => (
                  <tr class="row">
                    <th class="title" scope="row">
                      <a href={indicatorPath(planId, code)}>{`${formatCode(code, language)} · ${planId}`}</a>
                    </th>
                    <td data-label={say.setAsideSince}>
                      <Moment at={faultAt} zone={HOME_ZONE} language={language} />
                    </td>
                    <td class="breakable" data-label={say.error}>
                      <code>{fault}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <h2>{say.program}</h2>
      <dl class="program-facts">
        <dt>{say.version}</dt>
        <dd>
          <code>{version}</code>
        </dd>
        <dt>{say.database}</dt>
        <dd>{say.kind[database]}</dd>
        <dt>{say.queue}</dt>
        <dd>{say.kind[queue]}</dd>
      </dl>
    </>
  );
}
