import type { Graph, Node as GraphNode, Subgraph } from '@viz-js/viz';
import type { AnyStateNode } from 'xstate';
import type { LadderName } from '../machines/state.ts';

/** A statechart as a Graphviz graph, read off the machine itself: nothing here knows what the machines hold. */

type Edge = NonNullable<Graph['edges']>[number];

interface Sheet {
  readonly nodes: GraphNode[];
  readonly edges: Edge[];
  readonly subgraphs: Subgraph[];
}

interface Arrow {
  readonly event: string | null;
  readonly guard: string | null;
  readonly actions: readonly string[];
  readonly targets: readonly AnyStateNode[];
  /** Taken by itself as soon as its guard holds. */
  readonly isSoon: boolean;
  /** The one way that the event can take. */
  readonly isOnly: boolean;
}

const FONT = 'Helvetica';
const INK = '#1f2933';
const FAINT = '#52606d';
/** What a person would fear or hope for has a colour; all other states are plain. */
const FILLS: Readonly<Record<string, string>> = {
  achieved: '#d3f3df',
  met: '#d3f3df',
  inProgress: '#dcebfb',
  prepared: '#dcebfb',
  approved: '#dcebfb',
  dueSoon: '#fff3c4',
  dueToday: '#ffe0b8',
  overdue: '#ffd7d2',
  notAchieved: '#ffd7d2',
  onHold: '#ece5fb',
  paused: '#ece5fb',
};

/** The ground of boxes within boxes. */
const DEPTHS = ['white', '#f7f9fb', '#eaeff4', '#ffffff'];

/** XState calls a timer's event `xstate.after.nextMark.milestone.deadline.running`. */
const TIMERS: Readonly<Record<LadderName, string>> = {
  nextMark: 'at the next mark of the ladder',
  yearEnd: 'at the end of the year',
};

/** `recordStep` as `record step`. */
const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const bold = (text: string) => `<B>${escaped(text)}</B>`;
const small = (text: string) => `<FONT POINT-SIZE="10" COLOR="${FAINT}">${escaped(text)}</FONT>`;
const lines = (...all: (string | null)[]) => ({ html: all.filter((line) => line !== null).join('<BR/>') });

export function statechartGraph(root: AnyStateNode): Graph {
  const sheet: Sheet = { nodes: [], edges: [], subgraphs: [] };
  // Graphviz stacks boxes from the bottom up.
  for (const region of Object.values(root.states).reverse()) sheet.subgraphs.push(boxOf(region, sheet));
  return {
    name: root.key,
    directed: true,
    graphAttributes: {
      compound: true,
      fontname: FONT,
      rankdir: 'LR',
      nodesep: 0.18,
      ranksep: 0.3,
      pad: 0.2,
      bgcolor: 'white',
    },
    nodeAttributes: { fontname: FONT, fontsize: 13, fontcolor: INK, color: '#7b8794', penwidth: 1.2 },
    edgeAttributes: { fontname: FONT, fontsize: 11, fontcolor: INK, color: '#7b8794', arrowsize: 0.7 },
    ...sheet,
  };
}

/** A state with states within: a box, a dot where it begins, and a chip for each thing that may happen anywhere in it. */
function boxOf(state: AnyStateNode, sheet: Sheet): Subgraph {
  const box: Sheet = { nodes: [dotOf(state)], edges: [], subgraphs: [] };
  const children = Object.values(state.states) as AnyStateNode[];
  for (const child of children) {
    if (isBox(child)) {
      box.subgraphs.push(boxOf(child, sheet));
    } else {
      box.nodes.push(nodeOf(child));
      const leads = arrowsOf(child).filter((arrow) => !leadsBack(child)(arrow));
      for (const arrow of leads) drawArrow(child, child.id, arrow, sheet);
    }
  }
  for (const first of state.initial.target) sheet.edges.push(edgeTo(state, `${state.id} begins`, first));
  const arrows = arrowsOf(state);
  for (const event of new Set(arrows.map((arrow) => arrow.event))) {
    const branches = gathered(
      arrows.filter((arrow) => arrow.event === event),
      children,
    );
    const chip = `${state.id}: ${eventWords(event)}`;
    box.nodes.push(chipOf(chip, event));
    for (const branch of branches) drawArrow(state, chip, { ...branch, event: null, isSoon: event === null }, sheet);
    // What leads out of the box stands at its far end.
    if (branches.some(({ targets }) => targets.some((target) => isWithin(target, state)))) continue;
    for (const leaf of children.filter((child) => !isBox(child) && !isChoice(child))) {
      box.edges.push({ tail: leaf.id, head: chip, attributes: { style: 'invis' } });
    }
  }
  return { name: `cluster ${state.id}`, graphAttributes: boxLook(state), ...box };
}

/** Branches that repeat those of a fork within the box are drawn as one arrow to the fork. */
function gathered(branches: readonly Arrow[], children: readonly AnyStateNode[]): readonly Arrow[] {
  const ways = (arrows: readonly Arrow[]) => arrows.map(({ guard, targets }) => [guard, targets.map(({ id }) => id)]);
  const fork = children.find(
    (child) => isChoice(child) && JSON.stringify(ways(arrowsOf(child))) === JSON.stringify(ways(branches)),
  );
  return fork && branches[0] ? [{ ...branches[0], guard: null, targets: [fork], isOnly: true }] : branches;
}

function drawArrow(from: AnyStateNode, tail: string, arrow: Arrow, sheet: Sheet): void {
  for (const target of arrow.targets) {
    const label = lines(
      arrow.event === null ? null : bold(eventWords(arrow.event)),
      guardText(arrow),
      ...arrow.actions.map((action) => small(`/ ${words(action)}`)),
    );
    const style = arrow.isSoon ? 'dashed' : 'solid';
    const edge = edgeTo(from, tail, target);
    sheet.edges.push({ ...edge, attributes: { ...edge.attributes, label, style } });
  }
}

/** The guard that every act of a person passes goes without saying, unless another one comes before it. */
function guardText({ guard, isSoon, isOnly }: Arrow): string | null {
  if (isOnly && (guard === null || guard === 'isAccepted')) return null;
  const condition = guard === null ? 'otherwise' : words(guard);
  return escaped(isSoon ? condition : `[${condition}]`);
}

/** An arrow into a box ends at its border, though Graphviz wants a node inside as its head. */
function edgeTo(from: AnyStateNode, tail: string, target: AnyStateNode): Edge {
  const edge = { tail, head: innermost(target).id };
  return isBox(target) && !isWithin(from, target) ? { ...edge, attributes: { lhead: `cluster ${target.id}` } } : edge;
}

/** A way back into a box beside the state: it is written into the state, for drawn it would cross everything. */
const leadsBack = (state: AnyStateNode) => (arrow: Arrow) =>
  arrow.targets.every((target) => isBox(target) && target.parent === state.parent);

const innermost = (state: AnyStateNode): AnyStateNode =>
  isBox(state) ? innermost(state.initial.target[0] as AnyStateNode) : state;

const isWithin = (inner: AnyStateNode, outer: AnyStateNode) => outer.path.every((key, i) => inner.path[i] === key);
const isBox = (state: AnyStateNode) => state.type === 'compound';
/** A state that is left as soon as it is entered is a fork in the way and no state that a person would see. */
const isChoice = (state: AnyStateNode) => (state.always ?? []).some((transition) => transition.guard === undefined);

function arrowsOf(state: AnyStateNode): Arrow[] {
  const groups = [...state.transitions.values(), state.always ?? []];
  return groups.flatMap((group) =>
    group.map(({ eventType, guard, actions, target = [] }) => ({
      event: eventType === '' ? null : eventType,
      guard: guard === undefined ? null : nameOf(guard),
      actions: actions.map(nameOf),
      targets: target,
      isSoon: eventType === '',
      isOnly: group.length === 1,
    })),
  );
}

/** Guards and actions are named in the statecharts, never written into them, so that they can be read here. */
function nameOf(named: unknown): string {
  if (typeof named === 'string') return named;
  if (typeof named === 'object' && named !== null && 'type' in named) return String(named.type);
  throw new TypeError('A guard or an action of a statechart has no name: declare it in setup.ts.');
}

function eventWords(event: string | null): string {
  if (event === null) return 'as soon as';
  const ladder = /^xstate\.after\.(\w+)\./.exec(event)?.[1];
  return ladder === undefined ? words(event) : (TIMERS[ladder as LadderName] ?? `after ${words(ladder)}`);
}

function dotOf(state: AnyStateNode): GraphNode {
  const look = { shape: 'circle', style: 'filled', fillcolor: INK, color: INK, width: 0.12, label: '' };
  return { name: `${state.id} begins`, attributes: look };
}

function nodeOf(state: AnyStateNode): GraphNode {
  if (isChoice(state)) {
    const look = { shape: 'diamond', width: 0.25, height: 0.25, label: '', style: 'filled', fillcolor: 'white' };
    return { name: state.id, attributes: look };
  }
  const label = lines(
    bold(words(state.key)),
    ...arrowsOf(state).filter(leadsBack(state)).flatMap(wayBackText).map(small),
  );
  const fillcolor = FILLS[state.key] ?? '#f0f2f4';
  return {
    name: state.id,
    attributes: { shape: 'box', style: 'rounded,filled', fillcolor, margin: '0.18,0.08', label },
  };
}

/** `reopen → open`, and below it what is done on the way; an event that leads nowhere only does something. */
function wayBackText({ event, guard, actions, targets }: Arrow): string[] {
  const happens = event === null ? words(guard ?? '') : eventWords(event);
  const leads = [happens, ...targets.map(({ key }) => words(key))].join(' → ');
  return [leads, ...actions.map((action) => `/ ${words(action)}`)];
}

function chipOf(name: string, event: string | null): GraphNode {
  const label = lines(bold(eventWords(event)));
  const look = { shape: 'cds', style: 'filled', fillcolor: 'white', margin: '0.12,0.04', fontsize: 11, label };
  return { name, attributes: look };
}

function boxLook({ key, path }: AnyStateNode) {
  return {
    label: lines(bold(words(key).toUpperCase())),
    labeljust: 'l',
    fontname: FONT,
    fontsize: path.length === 1 ? 14 : 11,
    fontcolor: FAINT,
    style: 'rounded,filled',
    color: '#cbd2d9',
    fillcolor: DEPTHS[path.length] ?? 'white',
    margin: 14,
  };
}
