import type { Unknown } from '../../model/value.ts';
import { entriesOf } from './entries.ts';
import { textOf } from './loops.ts';
import type { Entries, Placed, ResourceEntry } from './scope.ts';
import { problemAt } from './trouble.ts';

/** The resources of a template by logical id. One that cannot be read is a problem that ends in exit code 2. */
export function readResources({ list, macro }: Entries): ReadonlyMap<string, ResourceEntry> {
  const resources = new Map<string, ResourceEntry>();
  for (const placed of list) {
    const resource = readResource(placed, macro);
    if (!resource) continue;
    const before = resources.get(placed.key);
    if (before && !isSeenByReader(before, placed)) {
      report(placed, `two resources are called ${placed.key}; the last one counts`);
    }
    resources.set(placed.key, resource);
  }
  return resources;
}

/** Duplicate keys of one map are told of by whoever reads the text. */
const isSeenByReader = (before: Placed, { scope }: Placed): boolean =>
  !scope.loops && !before.scope.loops && before.scope.file === scope.file;

function readResource(placed: Placed, around: Unknown | undefined): ResourceEntry | undefined {
  const { node, scope, key } = placed;
  if (node.kind !== 'map') {
    report(placed, `the resource ${key} is not a map`, true);
    return undefined;
  }
  const { list, doubts } = entriesOf(node, scope);
  // What stands in the map of the resource is its type, its condition, all of its properties.
  const [macro = around] = doubts?.values() ?? [];
  const attributes = new Map(list.map(entry => [entry.key, entry]));
  const declared = attributes.get('Type');
  const type = declared && textOf(declared.node, declared.scope);
  if (type === undefined) {
    report(placed, `the resource ${key} has no type`, true);
    return undefined;
  }
  return { ...placed, type, attributes, ...(macro && { macro }) };
}

function report({ scope, at }: Placed, message: string, fatal = false): void {
  const effect = 'The resource is not assessed.';
  scope.instance.run.report(problemAt(at, message, fatal ? { effect, fatal } : {}));
}
