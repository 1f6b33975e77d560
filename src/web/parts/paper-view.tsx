import { type Block, isLong, type Paper, runsOf, type Table, type Text } from '../../report/paper.ts';

/** A paper within a page of ours: the same blocks in the same order as in its Word file. */
export function PaperView({ paper }: { paper: Paper }) {
  return (
    <article class="paper-view" lang={paper.language}>
      <header>
        {paper.letterhead.map((line) => (
          <p>{line}</p>
        ))}
      </header>
      <h2>{paper.title}</h2>
      {paper.blocks.map((block) => (
        <BlockOf block={block} />
      ))}
      <footer class="as-typed">{paper.foot}</footer>
    </article>
  );
}

function BlockOf({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return (
        <p>
          <TextOf text={block.text} />
        </p>
      );
    case 'facts':
      return (
        <dl>
          {block.rows.map(({ label, value }) => (
            <div>
              <dt>{label}:</dt>
              <dd>
                <TextOf text={value} />
              </dd>
            </div>
          ))}
        </dl>
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
        <div class="paper-aside">
          <div>{linesIn(block.left)}</div>
          <div>{linesIn(block.right)}</div>
        </div>
      );
    case 'signature':
      return <div class="paper-signature">{linesIn(block.lines)}</div>;
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
    <section class="paper-table" tabindex={0} aria-label={columns.map(({ head }) => head).join(', ')}>
      <table>
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells }) => (
            <tr class={isLong(cells) ? 'long' : undefined}>
              {cells.map((one) =>
                one === null ? null : (
                  <td rowspan={one.rowSpan !== undefined && one.rowSpan > 1 ? one.rowSpan : undefined}>
                    {one.paragraphs.map((text) => (
                      <p>
                        <TextOf text={text} />
                      </p>
                    ))}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
