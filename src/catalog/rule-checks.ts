import picomatch from 'picomatch';

import type { TypeRegistry } from '../model/types.ts';
import { didYouMean } from './closest.ts';
import { diagnose, type Diagnostic } from './diagnostic.ts';
import {
  asBlock,
  asData,
  asText,
  entries,
  field,
  items,
  spanOf,
  text,
  type Block,
  type Located,
} from './fields.ts';
import { mismatch, parseValueType } from './parameter-type.ts';

/** What no schema can say of a rule: its id is its path, its parameters fit their types. */
export function checkRule(block: Block, path: string): readonly Diagnostic[] {
  return [
    ...checkId(block, path),
    ...entries(block, 'params').flatMap(({ value }) => checkParameter(asBlock(value))),
  ];
}

function checkId(block: Block, path: string): readonly Diagnostic[] {
  const id = text(block, 'id');
  if (id === path) return [];
  const message = `the id is "${id}" but the folder is ${path}`;
  return [diagnose(block.file, spanOf(block, 'id'), message, `write \`id: ${path}\` or rename the folder`)];
}

function checkParameter(block: Block): readonly Diagnostic[] {
  const at = (key: string, message: string): readonly Diagnostic[] => [
    diagnose(block.file, spanOf(block, key), message),
  ];
  const type = text(block, 'type');
  if (!parseValueType(type)) return at('type', `"${type}" is not a type`);
  const fallback = field(block, 'default');
  if (!fallback) return [];
  if (field(block, 'required')) return at('required', 'a parameter with a default is never required');
  const wrong = mismatch({ type, description: '', required: false }, asData(fallback));
  return wrong === undefined ? [] : at('default', wrong);
}

/** The resource types that `for` stands for: names as they are, globs as what matches them. */
export function expandTypes(
  block: Block,
  types: TypeRegistry,
): { readonly types: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  const written = field(block, 'for');
  if (!written) return { types: [], diagnostics: [] };
  const patterns = written.node.kind === 'list' ? items(block, 'for') : [written];
  const matches = patterns.map(pattern => matching(asText(pattern), types));
  const diagnostics = patterns
    .filter((_, index) => matches[index]?.length === 0)
    .map(pattern => unknownType(pattern, types));
  return { types: [...new Set(matches.flat())].toSorted(), diagnostics };
}

function matching(pattern: string, types: TypeRegistry): readonly string[] {
  if (!isGlob(pattern)) return namesOf(types).has(pattern) ? [pattern] : [];
  const matches = picomatch(pattern);
  return types.names.filter(name => matches(name));
}

const nameSets = new WeakMap<TypeRegistry, ReadonlySet<string>>();

/** Asking the registry for a type would read its file, and a run needs few of the types that rules speak of. */
function namesOf(types: TypeRegistry): ReadonlySet<string> {
  const known = nameSets.get(types) ?? new Set(types.names);
  nameSets.set(types, known);
  return known;
}

function unknownType(pattern: Located, types: TypeRegistry): Diagnostic {
  const name = asText(pattern);
  const message = isGlob(name) ? `no resource type matches ${name}` : `resource type "${name}" is not known`;
  return diagnose(pattern.file, pattern.node, message, didYouMean(name, types.names));
}

const isGlob = (pattern: string): boolean => /[*?[{]/.test(pattern);
