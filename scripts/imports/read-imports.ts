import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';

/** One import of a file, or one export of what another file has. */
export interface Import {
  readonly file: string;
  readonly line: number;
  /** The path of a file of ours, or the name of a package or of a module of Node, as in `hono` and `node:fs`. */
  readonly target: string;
  readonly isOurs: boolean;
  /** True when only types are imported, which are gone at run time. */
  readonly isType: boolean;
}

/**
 * The imports of one TypeScript file.
 *
 * @param file the path from the root, with forward slashes.
 * @throws Error when the file cannot be parsed, or imports from a path that only running it can tell.
 */
export function readImports(root: string, file: string): Import[] {
  const text = readFileSync(posix.join(root, file), 'utf8');
  const { module, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const found = (start: number, specifier: string, isType: boolean): Import => {
    const isOurs = specifier.startsWith('.');
    const target = isOurs ? posix.join(posix.dirname(file), specifier) : packageOf(specifier);
    return { file, line: text.slice(0, start).split('\n').length, target, isOurs, isType };
  };
  return [
    ...module.staticImports.map(({ start, moduleRequest, entries }) =>
      // Without entries it is imported for what it does.
      found(start, moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType)),
    ),
    ...module.staticExports.flatMap(({ start, entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [found(start, moduleRequest.value, isType)] : [],
      ),
    ),
    ...module.dynamicImports.map(({ start, moduleRequest }) => {
      const specifier = /^(['"])(.*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2];
      if (specifier === undefined) throw new Error(`${file}: write the path of every import() as a plain text.`);
      return found(start, specifier, false);
    }),
  ];
}

/** `hono/jsx` is of `hono`, `@hono/node-server/x` of `@hono/node-server`, `node:fs/promises` of `node:fs`. */
function packageOf(specifier: string): string {
  const [scope, name] = specifier.split('/');
  return scope!.startsWith('@') && name ? `${scope}/${name}` : scope!;
}
