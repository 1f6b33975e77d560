import { words } from '../../i18n/words.ts';
import type { Language } from '../../plan/types.ts';
import {
  type ActiveState,
  activeStates,
  type DeadlineState,
  ENDINGS,
  presentStates,
  RUNNING,
  SETTLED,
  WAY_ON,
  type WorkState,
} from '../chart-model.ts';
import type { IndicatorPageFacts } from '../indicator-reading.ts';
import { type ChartWords, chartWords } from '../wording/chart-words.ts';

interface Props {
  readonly facts: IndicatorPageFacts;
  readonly language: Language;
}

/** The statechart of the indicator's kind as people would draw it, with the present state of both regions marked. */
export function Chart({ facts, language }: Props) {
  const say = chartWords(language);
  const now = presentStates(facts.state.value);
  const work = workWord(now.work, say, language);
  const deadline = words(language).deadlineStatus[now.deadline];
  const kind = words(language).indicatorKind[facts.indicator.kind];
  return (
    <details class="chart fold">
      <summary>
        {say.heading}: <span class="quiet">{say.present(work, deadline)}</span>
      </summary>
      <section class="chart-frame" tabindex={0} aria-label={say.heading}>
        <Picture height={252} name="chart-work" title={say.alternative(kind, say.work, work)}>
          <WorkChart facts={facts} language={language} now={now.work} />
        </Picture>
        <Picture height={182} name="chart-deadline" title={say.alternative(kind, say.deadline, deadline)}>
          <DeadlineChart language={language} now={now.deadline} />
        </Picture>
      </section>
    </details>
  );
}

const WIDTH = 720;
const NODE = { width: 124, height: 40 };

function Picture(props: { name: string; title: string; height: number; children?: unknown }) {
  return (
    <svg class="statechart" viewBox={`0 0 ${WIDTH} ${props.height}`} role="img" aria-labelledby={props.name}>
      <title id={props.name}>{props.title}</title>
      <defs>
        <marker
          id={`${props.name}-tip`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path class="tip" d="M0 0.5L7.5 4L0 7.5z" />
        </marker>
      </defs>
      {props.children}
    </svg>
  );
}

function WorkChart({ facts, language, now }: Props & { now: WorkState }) {
  const say = chartWords(language);
  const { action } = words(language);
  const active = activeStates(facts.indicator.kind);
  const gap = (424 - NODE.width * active.length) / (active.length - 1);
  const xs = active.map((_, i) => 18 + i * (NODE.width + gap));
  const state = (name: WorkState) => ({ name, label: workWord(name, say, language), isNow: now === name });
  const arrow = (d: string) => <path class="arrow" d={d} marker-end="url(#chart-work-tip)" />;
  return (
    <>
      <text class="region" x="2" y="16">
        {say.work}
      </text>
      <rect class="box" x="2" y="26" width="456" height="172" rx="10" />
      <rect class="box box-inner" x="10" y="36" width="440" height="70" rx="8" />
      {active.map((name, i) => (
        <State {...state(name)} x={xs[i]!} y={51} />
      ))}
      {xs.slice(1).map((x, i) => arrow(`M${xs[i]! + NODE.width} 71H${x - 1}`))}
      {active.length === 2 && <Label x={230} y={64} text={action[WAY_ON[facts.indicator.kind]]} />}
      <State {...state('onHold')} x={168} y={144} />
      {arrow('M206 106V143')}
      <Label x={198} y={129} text={action.suspend} at="end" />
      {arrow('M254 144V107')}
      <Label x={262} y={129} text={action.resume} at="start" />
      <rect class="box box-inner" x="586" y="43" width="132" height="163" rx="8" />
      {ENDINGS.map((name, i) => (
        <State {...state(name)} x={594} y={[51, 106, 158][i]!} />
      ))}
      {arrow('M450 71H593')}
      <Label x={526} y={64} text={say.targetMet} />
      {arrow('M458 126H593')}
      <Label x={526} y={119} text={say.yearEnds} />
      {arrow('M458 178H593')}
      <Label x={526} y={171} text={action.withdraw} />
      <path class="arrow arrow-back" d="M652 206V228H230V199" marker-end="url(#chart-work-tip)" />
      <Label x={440} y={244} text={action.reopen} />
    </>
  );
}

function DeadlineChart({ language, now }: { language: Language; now: DeadlineState }) {
  const say = chartWords(language);
  const word = words(language).deadlineStatus;
  const state = (name: DeadlineState) => ({ name, label: word[name], isNow: now === name });
  const arrow = (d: string) => <path class="arrow" d={d} marker-end="url(#chart-deadline-tip)" />;
  const gap = (696 - NODE.width * RUNNING.length) / (RUNNING.length - 1);
  const xs = RUNNING.map((_, i) => 12 + i * (NODE.width + gap));
  const below = [98, 298, 498];
  return (
    <>
      <text class="region" x="2" y="16">
        {say.deadline}
      </text>
      <rect class="box" x="2" y="26" width="716" height="68" rx="10" />
      {RUNNING.map((name, i) => (
        <State {...state(name)} x={xs[i]!} y={40} />
      ))}
      {xs.slice(1).map((x, i) => arrow(`M${xs[i]! + NODE.width} 60H${x - 1}`))}
      {SETTLED.map((name, i) => (
        <>
          <State {...state(name)} x={below[i]!} y={136} />
          {arrow(`M${below[i]! + NODE.width / 2} 94V135`)}
          <Label x={below[i]! + NODE.width / 2 + 8} y={119} text={say.when[name]} at="start" />
        </>
      ))}
    </>
  );
}

/** A state, and where the indicator stands at it a thick line, a filled ground and the word. */
function State(props: { name: string; label: string; isNow: boolean; x: number; y: number }) {
  const { name, label, isNow, x, y } = props;
  return (
    <g class={isNow ? 'state is-now' : 'state'} data-state={name}>
      <rect x={x} y={y} width={NODE.width} height={NODE.height} rx="9" />
      <text x={x + NODE.width / 2} y={y + 25}>
        {isNow ? `● ${label}` : label}
      </text>
    </g>
  );
}

function Label({ x, y, text, at = 'middle' }: { x: number; y: number; text: string; at?: string }) {
  return (
    <text class="way" x={x} y={y} text-anchor={at}>
      {text}
    </text>
  );
}

function workWord(state: WorkState, say: ChartWords, language: Language): string {
  const stages: Partial<Record<ActiveState, string>> = { prepared: say.prepared, approved: say.approved };
  return stages[state as ActiveState] ?? words(language).workStatus[state as 'achieved'];
}
