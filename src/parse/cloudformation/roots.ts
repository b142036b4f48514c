import { existence } from './existence.ts';
import { nestedPath } from './nested.ts';
import type { Instance } from './scope.ts';
import type { Template } from './template.ts';

/** A template that stands for a stack of its own. */
export interface Root {
  readonly template: Template;
  readonly instance: Instance;
}

/** Nested stacks in one root stack; a template that nests others many times over would have no end. */
const maximumStacks = 500;

/**
 * Every template that is not nested in another one. One that only a stack nests which is never created, or that
 * nests itself around a corner, stands for itself: no template is left out. `nested` are the paths of the others.
 */
export function rootsOf(
  templates: readonly Template[],
  create: (template: Template) => Instance,
): { readonly roots: readonly Root[]; readonly nested: ReadonlySet<string> } {
  const all = templates.map(template => ({ template, instance: create(template) }));
  const named = new Set(all.flatMap(({ instance }) => pathsNamedBy(instance)));
  const used = new Set<string>();
  const roots = new Set<Root>();
  const take = (root: Root): void => {
    if (used.has(root.template.file.path)) return;
    roots.add(root);
    root.instance.run.budget.stacks = maximumStacks;
    visit(root.instance, used);
  };
  for (const root of all) if (!named.has(root.template.file.path)) take(root);
  for (const root of all) if (!roots.has(root)) take(root);
  return { roots: all.filter(root => roots.has(root)), nested: used };
}

function pathsNamedBy(instance: Instance): string[] {
  const paths = [...instance.resources().values()].map(nestedPath);
  return paths.filter(path => path !== undefined && path !== instance.file.path).map(String);
}

/** Notes the files of all nested stacks that can exist. */
function visit(instance: Instance, used: Set<string>): void {
  for (const resource of instance.resources().values()) {
    const exists = existence(resource);
    const nested = exists.kind === 'constant' && !exists.value ? undefined : instance.nested(resource.key);
    if (!nested) continue;
    used.add(nested.file.path);
    visit(nested, used);
  }
}
