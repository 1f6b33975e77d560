import { type Child, createContext, useContext } from 'hono/jsx';
import type { Language } from '../../plan/types.ts';
import { type Block, type Cell, type Paper, runsOf, type Table, type Text } from '../../report/paper.ts';

const PaperLanguage = createContext<Language>('bn');

/** A paper within a page of ours: in our own sheet, for the widths and looks of a paper's own page are inline. */
export function PaperView({ paper }: { readonly paper: Paper }) {
  const { language, orientation, letterhead, title, blocks, foot } = paper;
  return (
    <PaperLanguage.Provider value={language}>
      <article class={`report-paper ${orientation}`} lang={language}>
        <div class="report-letterhead">{lines(letterhead)}</div>
        <h2>{title}</h2>
        {blocks.map((block) => (
          <BlockView block={block} />
        ))}
        <p class="report-foot as-typed">{foot}</p>
      </article>
    </PaperLanguage.Provider>
  );
}

function BlockView({ block }: { readonly block: Block }): Child {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return <p>{textOf(block.text)}</p>;
    case 'facts':
      return (
        <dl class="report-facts">
          {block.rows.map(({ label, value }) => (
            <div>
              <dt>{label}</dt>
              <dd>{textOf(value)}</dd>
            </div>
          ))}
        </dl>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>{textOf(item)}</li>
          ))}
        </ul>
      );
    case 'table':
      return <TableView table={block} />;
    case 'aside':
      return (
        <div class="report-aside">
          <div>{lines(block.left)}</div>
          <div>{lines(block.right)}</div>
        </div>
      );
    case 'signature':
      return <div class="report-signature">{lines(block.lines)}</div>;
  }
}

function TableView({ table: { columns, rows } }: { readonly table: Table }) {
  return (
    <table>
      <colgroup>
        {columns.map(({ width }) => (
          <col width={`${width}%`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ head }) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, strong }) => (
          <tr class={strong ? 'report-row report-sum' : 'report-row'}>
            {cells.map((one, i) => {
              const { head, align } = columns[i]!;
              return one === null ? null : <CellView cell={one} label={head} align={align} />;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly cell: Cell;
  /** Its column's heading, for narrow screens where each row is a card. */
  readonly label: string;
  readonly align: 'center' | 'right' | undefined;
}

function CellView({ cell: { paragraphs, rowSpan }, label, align }: CellProps) {
  const isEmpty = paragraphs.every((text) => runsOf(text).every((run) => run.text === ''));
  return (
    <td
      data-label={label}
      class={[align && `report-${align}`, isEmpty && 'report-empty'].filter(Boolean).join(' ') || undefined}
      rowspan={rowSpan !== undefined && rowSpan > 1 ? rowSpan : undefined}
    >
      {lines(paragraphs)}
    </td>
  );
}

function lines(texts: readonly Text[]) {
  return texts.map((text) => <p>{textOf(text)}</p>);
}

function textOf(text: Text) {
  return <TextView text={text} />;
}

function TextView({ text }: { readonly text: Text }) {
  const language = useContext(PaperLanguage);
  return (
    <>
      {runsOf(text).map((run) => {
        const said = language === 'bn' ? run.text : withBengaliMarked(run.text);
        if (run.blank) return <mark>{said}</mark>;
        return run.strong ? <strong>{said}</strong> : said;
      })}
    </>
  );
}

/** What people wrote in Bengali, in a paper in English, such as the title of evidence: it is read out as what it is. */
function withBengaliMarked(text: string): Child[] {
  return text
    .split(/([\u0980-\u09ff](?:[^A-Za-z]*[\u0980-\u09ff])?)/)
    .map((part, i) => (i % 2 === 1 ? <span lang="bn">{part}</span> : part));
}
