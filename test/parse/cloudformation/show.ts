import type { Parsed } from '../../../src/model/declaration.ts';
import type { Origin } from '../../../src/model/source.ts';
import type { Condition, Conditional, Dict, List, OneOf, Unknown, Value } from '../../../src/model/value.ts';
import { parseCloudFormation } from '../../../src/parse/cloudformation/parse.ts';
import type { Context, Template } from '../../../src/parse/cloudformation/template.ts';
import { readDocument } from '../../../src/syntax/read.ts';

/** A template from its text; the text must be well-formed. */
export function template(text: string, more: Partial<Template> = {}, path = 'a.yaml'): Template {
  const document = readDocument({ path, text });
  if (!document.ok) throw new Error(document.problems.map(({ message }) => message).join('; '));
  return { file: document.file, root: document.root, ...more };
}

export const parse = (text: string, more: Partial<Template> = {}, context: Context = {}): Parsed =>
  parseCloudFormation([template(text, more)], context);

/** `logical id: what its properties show`, of all stacks. */
export function shownProperties(parsed: Parsed): Record<string, unknown> {
  const declarations = parsed.stacks.flatMap(stack => stack.declarations);
  return Object.fromEntries(declarations.map(({ name, properties }) => [name, show(properties)]));
}

/** The properties of the only resource of a template, called X, after a prelude of other sections. */
export function propertiesOf(properties: string, prelude = '', more: Partial<Template> = {}): unknown {
  const indented = properties.replaceAll(/^/gm, '      ');
  const parsed = parse(
    `${prelude}\nResources:\n  X:\n    Type: AWS::X::Y\n    Properties:\n${indented}\n`,
    more,
  );
  const shown = shownProperties(parsed)['X'];
  const problems = parsed.problems.map(problemLine);
  return problems.length > 0 ? { shown, problems } : shown;
}

export const problemLine = ({ path, region, message, fatal }: Parsed['problems'][number]): string =>
  `${path}:${region?.line}:${region?.column}: ${message}${fatal ? ' (fatal)' : ''}`;

/** A value as plain data, short enough to write down in a table. */
export function show(value: Value): unknown {
  if (value.kind === 'known') return value.sensitive ? { secret: value.value } : value.value;
  if (value.kind === 'text')
    return { text: value.parts.map(part => (typeof part === 'string' ? part : show(part))) };
  if (value.kind === 'reference') return { to: `${value.target}.${value.attribute}` };
  if (value.kind === 'absent') return { absent: true };
  if (value.kind === 'unknown') return showUnknown(value);
  return showCompound(value);
}

function showCompound(value: List | Dict | OneOf | Conditional): unknown {
  switch (value.kind) {
    case 'list':
      return value.rest ? [...value.items.map(show), { more: show(value.rest) }] : value.items.map(show);
    case 'dict': {
      const entries = Object.fromEntries([...value.entries].map(([key, entry]) => [key, show(entry)]));
      return value.rest ? { ...entries, '…': show(value.rest) } : entries;
    }
    case 'one-of':
      return { choice: value.choice, of: value.options.map(show) };
    case 'conditional':
      return { if: showCondition(value.condition), yes: show(value.then), no: show(value.otherwise) };
  }
}

function showUnknown({ chain, cause, set }: Unknown): unknown {
  const path = chain.map(({ what }) => what).join(' < ');
  return { [set ? 'set' : 'unknown']: cause === 'unresolved-value' ? path : `${cause}: ${path}` };
}

export function showCondition(condition: Condition): unknown {
  switch (condition.kind) {
    case 'constant':
      return condition.value;
    case 'not':
      return { not: showCondition(condition.of) };
    case 'and':
    case 'or':
      return { [condition.kind]: condition.of.map(showCondition) };
    case 'equals':
      return { equals: [show(condition.left), show(condition.right)] };
    case 'open':
      return { open: condition.choice };
  }
}

/** The text that an origin covers. */
export const covered = (at: Origin | undefined): string | undefined =>
  at?.kind === 'span' ? at.file.text.slice(at.start, at.end) : undefined;
