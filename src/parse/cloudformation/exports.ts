import type { Value } from '../../model/value.ts';
import { field } from '../../syntax/field.ts';
import { spanOf } from '../../syntax/span.ts';
import { textOf } from './loops.ts';
import type { Instance, Placed } from './scope.ts';
import type { Exports } from './template.ts';
import { scalarText } from './text.ts';

/** What the stacks of a run export, by name. A name that two of them export decides nothing. */
export function joinExports(stacks: readonly Exports[]): ReadonlyMap<string, Value> {
  const found = new Map<string, Value | undefined>();
  for (const exports of stacks)
    for (const [name, value] of exports) found.set(name, found.has(name) ? undefined : value);
  return new Map([...found].flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

/** What one stack exports, nested ones included; undefined where two outputs have one name. */
export function collectExports(root: Instance): Exports {
  const found = new Map<string, Value | undefined>();
  collect(root, found);
  return found;
}

function collect(instance: Instance, found: Map<string, Value | undefined>): void {
  // Of what a macro makes of the outputs nothing is known.
  if (instance.macro()) return;
  for (const output of instance.outputs().values()) {
    const name = isLeftOut(output) ? undefined : nameOf(output);
    if (name !== undefined) found.set(name, found.has(name) ? undefined : instance.output(output.key));
  }
  for (const id of instance.resources().keys()) {
    const nested = instance.nested(id);
    if (nested) collect(nested, found);
  }
}

/** Its condition says that this deployment has no such output. */
function isLeftOut({ node, scope }: Placed): boolean {
  const name = textOf(field(node, 'Condition'), scope);
  const condition = name === undefined ? undefined : scope.instance.condition(name);
  return condition?.kind === 'constant' && !condition.value;
}

function nameOf({ node, scope }: Placed): string | undefined {
  const name = field(node, 'Export', 'Name');
  const value = name && scope.instance.value(name, scope, spanOf(scope.file, name));
  return value?.kind === 'known' ? scalarText(value) : undefined;
}

/** The stacks whose name is known and theirs alone. */
export function stacksByName(roots: readonly Instance[]): ReadonlyMap<string, Instance> {
  const found = new Map<string, Instance | undefined>();
  for (const root of roots) {
    const name = root.macro() ? undefined : root.pseudo('AWS::StackName');
    if (name?.kind === 'known') found.set(scalarText(name), found.has(scalarText(name)) ? undefined : root);
  }
  return new Map([...found].flatMap(([name, root]) => (root ? [[name, root] as const] : [])));
}
