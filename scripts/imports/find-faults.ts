import type { Import } from './read-imports.ts';
import type { Part } from './rules.ts';

/** Every import that the rules forbid and every circle of imports, a sentence each. Pure. */
export function findFaults(imports: readonly Import[], parts: readonly Part[]): string[] {
  return [...imports.flatMap((one) => faultOf(one, parts)), ...circles(imports)];
}

function faultOf({ file, line, target, isOurs, isType }: Import, parts: readonly Part[]): string[] {
  const part = partOf(file, parts);
  if (!part) return [`${file}:${line}: is in no part of the program: name its folder in scripts/imports/rules.ts.`];
  if (!isOurs) {
    if (isType || !part.packages || part.packages.includes(target)) return [];
    return [`${file}:${line}: imports ${target}, but ${part.path} is to import ${listed(part.packages)} only.`];
  }
  const other = partOf(target, parts);
  if (!other) return [`${file}:${line}: imports ${target}, which is no part of the program.`];
  if (other === part || part.uses?.includes(other.path)) return [];
  const isKnown = part.knows?.includes(other.path) === true;
  if (isKnown && isType) return [];
  const advice = isKnown
    ? `${part.path} may know the types of ${other.path} only: write "import type", or take it as an argument.`
    : `${part.path} may not import from ${other.path}: take it as an argument, or move what both need.`;
  return [`${file}:${line}: imports ${target}. ${advice}`];
}

function partOf(file: string, parts: readonly Part[]): Part | undefined {
  return parts
    .filter(({ path }) => file === path || file.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

function listed(packages: readonly string[]): string {
  return packages.length > 0 ? packages.join(', ') : 'files of ours';
}

/** Files that at run time import themselves by a detour, so that one of them is used before it is ready. */
function circles(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { file, target, isOurs, isType } of imports) {
    if (isOurs && !isType) targets.set(file, [...(targets.get(file) ?? []), target]);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string) => {
    const start = path.indexOf(file);
    if (start !== -1) {
      found.push(`${file}: imports itself by a detour: ${[...path.slice(start), file].join(' → ')}.`);
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const target of targets.get(file) ?? []) walk(target);
    path.pop();
    done.add(file);
  };
  for (const file of targets.keys()) walk(file);
  return found;
}
