import { type Block, type Cell, type Column, isLong, type Paper, runsOf, type Table, type Text } from '../paper.ts';
import { PAPER_STYLE } from './paper-style.ts';

/** A paper as an HTML page of its own, set for A4: no script, no picture, nothing to be loaded from anywhere. Pure. */
export function paperHtml(paper: Paper): string {
  return `<!DOCTYPE html>\n${(<PaperPage paper={paper} />).toString()}\n`;
}

function PaperPage({ paper }: { paper: Paper }) {
  const { language, orientation, letterhead, title, blocks, foot } = paper;
  const page = `@page { size: A4 ${orientation}; }`;
  return (
    <html lang={language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={foot} />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: `${PAPER_STYLE}\n${page}` }} />
      </head>
      <body>
        <main class={orientation}>
          <header>
            {letterhead.map((line) => (
              <p>{line}</p>
            ))}
          </header>
          <h1>{title}</h1>
          {blocks.map((block) => (
            <BlockOf block={block} />
          ))}
          <footer>{foot}</footer>
        </main>
      </body>
    </html>
  );
}

function BlockOf({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'paragraph':
      return (
        <p class={block.indent ? 'indented' : undefined}>
          <TextOf text={block.text} />
        </p>
      );
    case 'facts':
      return (
        <table class="facts">
          <tbody>
            {block.rows.map(({ label, value }) => (
              <tr>
                <th scope="row">{label}</th>
                <td>
                  : <TextOf text={value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>
              <TextOf text={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <TableOf table={block} />;
    case 'aside':
      return (
        <div class="aside">
          <div>{linesIn(block.left)}</div>
          <div>{linesIn(block.right)}</div>
        </div>
      );
    case 'signature':
      return <div class="signature">{linesIn(block.lines)}</div>;
  }
}

function linesIn(lines: readonly Text[]) {
  return lines.map((line) => (
    <p>
      <TextOf text={line} />
    </p>
  ));
}

function TableOf({ table: { columns, rows } }: { table: Table }) {
  return (
    <table class="ruled">
      <colgroup>
        {columns.map(({ width }) => (
          <col style={`width: ${width}%`} />
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
          <tr class={strong ? 'strong' : isLong(cells) ? 'long' : undefined}>
            {cells.map((one, i) => (one === null ? null : <CellOf cell={one} column={columns[i]!} />))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CellOf({ cell: { paragraphs, rowSpan }, column: { align } }: { cell: Cell; column: Column }) {
  return (
    <td class={align} rowspan={rowSpan !== undefined && rowSpan > 1 ? rowSpan : undefined}>
      {paragraphs.map((text) => (
        <p>
          <TextOf text={text} />
        </p>
      ))}
    </td>
  );
}

function TextOf({ text }: { text: Text }) {
  return (
    <>
      {runsOf(text).map((run) => {
        if (run.blank) return <mark>{run.text}</mark>;
        return run.strong ? <strong>{run.text}</strong> : run.text;
      })}
    </>
  );
}
