/* An OpenAPI document, read as far as its page shows it. Pure. */

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string | null;
  readonly parameters: readonly Field[];
  readonly bodies: readonly { readonly mediaType: string; readonly shape: string; readonly link: string | null }[];
  readonly answers: readonly {
    readonly status: string;
    readonly description: string;
    readonly shape: string | null;
    readonly link: string | null;
  }[];
}

export interface Field {
  readonly name: string;
  readonly place: string;
  readonly shape: string;
  readonly isRequired: boolean;
  readonly description: string | null;
}

export interface Shape {
  readonly name: string;
  readonly description: string | null;
  readonly fields: readonly Field[];
  /** In a line, where it has no fields of its own. */
  readonly shape: string;
}

export interface DocumentReading {
  readonly title: string;
  readonly version: string;
  /** Paragraphs and lists, a blank line between two of them. */
  readonly description: readonly string[];
  readonly operations: readonly Operation[];
  readonly shapes: readonly Shape[];
}

type Json = Readonly<Record<string, unknown>>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export function readDocument(document: unknown): DocumentReading {
  const { info, paths = {}, components = {} } = document as { info: Json; paths?: Json; components?: Json };
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = (item as Json)[method] as Json | undefined;
      return operation ? [operationOf(method, path, operation)] : [];
    }),
  );
  const schemas = ((components as Json).schemas ?? {}) as Record<string, Json>;
  return {
    title: String(info.title),
    version: String(info.version),
    description: String(info.description ?? '')
      .split(/\n{2,}/)
      .filter(Boolean),
    operations,
    shapes: Object.entries(schemas).map(([name, schema]) => shapeOf(name, schema)),
  };
}

function operationOf(method: string, path: string, operation: Json): Operation {
  const parameters = (operation.parameters ?? []) as Json[];
  const content = ((operation.requestBody as Json | undefined)?.content ?? {}) as Record<string, Json>;
  const answers = (operation.responses ?? {}) as Record<string, Json>;
  return {
    id: `${method}${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '')}`,
    method,
    path,
    tag: String((operation.tags as string[] | undefined)?.[0] ?? ''),
    summary: String(operation.summary ?? ''),
    description: textOrNull(operation.description),
    parameters: parameters.map((one) => ({
      name: String(one.name),
      place: String(one.in),
      shape: inWords(one.schema as Json),
      isRequired: one.required === true,
      description: textOrNull(one.description) ?? textOrNull((one.schema as Json | undefined)?.description),
    })),
    bodies: Object.entries(content).map(([mediaType, { schema }]) => ({
      mediaType,
      shape: inWords(schema as Json),
      link: nameOf(schema as Json),
    })),
    answers: Object.entries(answers).map(([status, answer]) => {
      const [first] = Object.values((answer.content ?? {}) as Record<string, Json>);
      const schema = first?.schema as Json | undefined;
      return {
        status,
        description: String(answer.description ?? ''),
        shape: schema ? inWords(schema) : null,
        link: schema ? nameOf(schema) : null,
      };
    }),
  };
}

function shapeOf(name: string, schema: Json): Shape {
  const parts = ((schema.allOf ?? [schema]) as Json[]).filter(({ $ref }) => $ref === undefined);
  const fields = parts.flatMap((part) => {
    const required = new Set((part.required ?? []) as string[]);
    return Object.entries((part.properties ?? {}) as Record<string, Json>).map(([field, inner]) => ({
      name: field,
      place: '',
      shape: inWords(inner),
      isRequired: required.has(field),
      description: textOrNull(inner.description),
    }));
  });
  return {
    name,
    description: textOrNull(schema.description),
    fields,
    shape: inWords({ ...schema, description: undefined }),
  };
}

/** `a, b or null`, `list of Step`, `string (date)`: a schema in a line. */
function inWords(schema: Json | undefined): string {
  if (!schema) return 'anything';
  const name = nameOf(schema);
  if (name) return name;
  const { type, format, items, properties, allOf } = schema;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return (schema.enum as unknown[]).map((one) => JSON.stringify(one)).join(' | ');
  const choices = (schema.oneOf ?? schema.anyOf) as Json[] | undefined;
  if (choices) return choices.map(inWords).join(' | ');
  if (allOf) return (allOf as Json[]).map(inWords).join(' & ');
  if (type === 'array') return `list of ${inWords(items as Json)}`;
  if (properties) {
    return `{ ${Object.entries(properties as Record<string, Json>)
      .map(([key, inner]) => `${key}: ${inWords(inner)}`)
      .join(', ')} }`;
  }
  const types = Array.isArray(type) ? type.join(' | ') : String(type ?? 'anything');
  return typeof format === 'string' ? `${types} (${format})` : types;
}

function nameOf(schema: Json | undefined): string | null {
  const reference = schema?.$ref;
  return typeof reference === 'string' ? reference.slice(reference.lastIndexOf('/') + 1) : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
