import type { Fact, Outline, OutlineItem } from './outline.ts';

/** A letter as plain text. Written rather than derived from the HTML, since Bengali reads best in short lines of its own. */
export function textBody(outline: Outline): string {
  const { to, subject } = outline;
  const paragraphs = [
    [outline.office, outline.dateLine].join('\n'),
    [`${to.label}: ${to.lines.join(', ')}`, `${subject.label}: ${subject.line}`].join('\n'),
    outline.salutation,
    outline.opening,
    ...outline.groups.flatMap(({ heading, items }) => [
      ...(heading === null ? [] : [`== ${heading} ==`]),
      ...items.map(itemText),
    ]),
    ...(outline.quotes ?? []).map(({ heading, paragraphs }) =>
      [`${heading}:`, ...paragraphs.map((line) => `  ${line}`)].join('\n'),
    ),
    outline.closing.join('\n'),
    outline.footer,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function itemText(item: OutlineItem): string {
  const period = item.period === null ? '' : ` (${item.period})`;
  const facts = item.facts.flatMap(factLines);
  const link = `${item.link.label}: ${item.link.url}`;
  return [`${item.code} ${item.title}${period}`, ...[...facts, link].map((line) => `  ${line}`)].join('\n');
}

function factLines({ label, values, mark }: Fact): string[] {
  const [first] = values;
  if (first !== undefined && values.length > 1) return [`${label}:`, ...values.map((value) => `  - ${value}`)];
  if (first === undefined) return [`${label}: ${mark ?? ''}`];
  return [mark === null ? `${label}: ${first}` : `${label}: ${first} (${mark})`];
}
