import type { Parsed, Stack } from '../../model/declaration.ts';
import { prepare } from './run.ts';
import { stackOf } from './stack.ts';
import type { Context, Lone, Template } from './template.ts';

/**
 * The stacks of a run: every template that no other one nests, with the nested ones inside.
 * Bad input is a problem of the result; nothing is thrown.
 */
export function parseCloudFormation(templates: readonly (Template | Lone)[], context: Context = {}): Parsed {
  const trees = templates.filter(template => 'root' in template);
  const lone = templates.filter(template => 'stack' in template);
  const { roots, standing, problems } = prepare(trees, context, lone);
  const stacks = new Map<Template | Lone, Stack>();
  for (const one of standing) stacks.set(one, one.stack);
  for (const root of roots) stacks.set(root.template, stackOf(root));
  return { stacks: templates.flatMap(template => stacks.get(template) ?? []), problems: problems() };
}
