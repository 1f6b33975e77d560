import type { Language } from '../../plan/types.ts';
import type { DocumentReading, Field, Operation, Shape } from '../api-document.ts';
import { apiShapePath } from '../paths.ts';
import { tokenWords } from '../wording/token-words.ts';

interface ApiDocsProps {
  readonly reading: DocumentReading;
  readonly language: Language;
}

/** The API's document as a page: every operation with what it takes and answers. */
export function ApiDocsPage({ reading, language }: ApiDocsProps) {
  const say = tokenWords(language);
  const tags = [...new Set(reading.operations.map(({ tag }) => tag))];
  const refusals = sharedRefusals(reading.operations);
  return (
    <>
      <div class="heading">
        <h1>{say.docs}</h1>
        <p class="quiet">{say.docsLead}</p>
        <p>
          <a href="/api/v1/openapi.json">{say.asJson}</a>
        </p>
      </div>
      <div class="api-text" lang="en">
        {reading.description.map((part) => (
          <Paragraph text={part} />
        ))}
      </div>
      {tags.map((tag) => (
        <section lang="en">
          <h2>{tag}</h2>
          {reading.operations
            .filter((operation) => operation.tag === tag)
            .map((operation) => (
              <OperationPart operation={operation} refusals={refusals} language={language} />
            ))}
        </section>
      ))}
      <section id={REFUSALS}>
        <h2>{say.refusals}</h2>
        <ul class="api-fields" lang="en">
          {[...refusals].map(([status, told]) => (
            <li>
              <strong>{status}</strong> {told}
            </li>
          ))}
        </ul>
      </section>
      <h2>{say.schemas}</h2>
      <ul class="api-fields" lang="en">
        {reading.shapes.map(({ name }) => (
          <li>
            <a href={apiShapePath(name)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One shape of what is sent or answered, on a page of its own: all of them together would be too much for a phone. */
export function ApiShapePage({ shape, language }: { readonly shape: Shape; readonly language: Language }) {
  return (
    <div class="api-schema" lang="en">
      <div class="heading">
        <h1>{shape.name}</h1>
        {shape.description && <p class="quiet">{shape.description}</p>}
      </div>
      {shape.fields.length > 0 ? <Fields fields={shape.fields} language={language} /> : <pre>{shape.shape}</pre>}
    </div>
  );
}

interface OperationProps extends Pick<ApiDocsProps, 'language'> {
  readonly operation: Operation;
  /** What is said once for all operations. */
  readonly refusals: ReadonlyMap<string, string>;
}

const REFUSALS = 'refusals';

function OperationPart({ operation, refusals, language }: OperationProps) {
  const say = tokenWords(language);
  const { id, method, path, summary, description, parameters, bodies, answers } = operation;
  const shared = answers.map(({ status }) => status).filter((status) => refusals.has(status));
  return (
    <section class="api-operation" id={id}>
      <h3>{summary}</h3>
      <p class="api-address">
        <span class="api-method">{method}</span>
        <code>{path}</code>
      </p>
      {description && <Paragraph text={description} />}
      {parameters.length > 0 && (
        <>
          <h4 lang={language}>{say.parameters}</h4>
          <Fields fields={parameters} language={language} />
        </>
      )}
      {bodies.length > 0 && <h4 lang={language}>{say.body}</h4>}
      {bodies.length > 0 && (
        <ul class="api-fields">
          {bodies.map(({ mediaType, shape, link }) => (
            <li>
              <code>{mediaType}</code>: <ShapeLink shape={shape} link={link} />
            </li>
          ))}
        </ul>
      )}
      <h4 lang={language}>{say.answers}</h4>
      <ul class="api-fields">
        {answers
          .filter(({ status }) => !refusals.has(status))
          .map(({ status, description: told, shape, link }) => (
            <li>
              <strong>{status}</strong> {told} {shape && <ShapeLink shape={shape} link={link} />}
            </li>
          ))}
        {shared.length > 0 && (
          <li>
            <a href={`#${REFUSALS}`}>{shared.join(', ')}</a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** The refusals that mean the same wherever they are given, by their status. */
function sharedRefusals(operations: readonly Operation[]): ReadonlyMap<string, string> {
  const meanings = new Map<string, Set<string>>();
  for (const { status, description } of operations.flatMap(({ answers }) => answers)) {
    if (status >= '400') meanings.set(status, (meanings.get(status) ?? new Set()).add(description));
  }
  const shared = [...meanings].filter(([, told]) => told.size === 1);
  return new Map(shared.sort(([a], [b]) => (a < b ? -1 : 1)).map(([status, [told = '']]) => [status, told]));
}

function Fields({ fields, language }: { readonly fields: readonly Field[]; readonly language: Language }) {
  const say = tokenWords(language);
  return (
    <ul class="api-fields">
      {fields.map(({ name, place, shape, isRequired, description }) => (
        <li>
          <code>{name}</code>
          {place && ` (${place})`}: {shape}
          {isRequired && place !== 'path' && <span lang={language}>, {say.required}</span>}
          {description && !isToldAbove(name) && <span class="quiet"> – {description}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What the introduction tells of all writes is not said again with each. */
function isToldAbove(parameter: string): boolean {
  return parameter === 'idempotency-key';
}

function ShapeLink({ shape, link }: { readonly shape: string; readonly link: string | null }) {
  return link ? <a href={apiShapePath(link)}>{shape}</a> : <code>{shape}</code>;
}

/** The little of Markdown that the descriptions use: lists, and words set as code. */
function Paragraph({ text }: { readonly text: string }) {
  if (!text.startsWith('- ')) return <p>{inline(text)}</p>;
  return (
    <ul class="api-fields">
      {text.split('\n').map((line) => {
        const item = line.replace(/^- /, '');
        const [, code] = /^`(\w+)` \(\d{3}\)/.exec(item) ?? [];
        return <li {...(code ? { id: `problem-${code}` } : {})}>{inline(item)}</li>;
      })}
    </ul>
  );
}

function inline(text: string) {
  return text.split('`').map((part, i) => (i % 2 === 1 ? <code>{part}</code> : part));
}
