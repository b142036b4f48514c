import { parameterHelp, type ResolvedParameter, type ResolvedRule } from '../catalog/resolve-policy.ts';
import type { ParameterHelp } from '../model/policy.ts';
import { wrap } from '../report/text/layout.ts';
import { printableJson } from '../report/text/printable.ts';
import type { Style } from '../report/text/style.ts';
import type { Setup } from './setup.ts';

/** A parameter as people see it: what it means, its value and who gave it. */
export interface ShownParameter {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly example?: unknown;
  readonly value?: ResolvedParameter['value'];
  /** `plumbline.yaml:12:3`; absent without a value. */
  readonly where?: string;
  /** The rules that see this value. */
  readonly rules: readonly string[];
}

/** Every parameter of some rules, by name. One that differs between rules is there once for each of its values. */
export function shownParameters(
  rules: readonly ResolvedRule[],
  { policies }: Pick<Setup, 'policies'>,
): readonly ShownParameter[] {
  const help = parameterHelp(policies);
  const shown = new Map<string, ShownParameter>();
  for (const resolved of rules) {
    for (const name of Object.keys(resolved.rule.params)) {
      const one = shownParameter(resolved, name, help[name]);
      const key = JSON.stringify([name, one.value, one.where]);
      const known = shown.get(key);
      shown.set(key, known ? { ...known, rules: [...known.rules, ...one.rules] } : one);
    }
  }
  return [...shown.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function shownParameter(
  { rule, parameters }: ResolvedRule,
  name: string,
  help: ParameterHelp | undefined,
): ShownParameter {
  const declared = rule.params[name];
  const given = parameters[name];
  return {
    name,
    type: declared?.type ?? '',
    description: help?.description ?? declared?.description ?? '',
    ...(help?.example !== undefined && { example: help.example }),
    ...(given && { value: given.value, where: given.where }),
    rules: [rule.id],
  };
}

/** A parameter as lines: what it means, its value and who gave it, which rules see it. */
export function parameterLines(shown: ShownParameter, style: Style): readonly string[] {
  const { name, type, description, rules } = shown;
  const lines = [
    ...wrap(style.prose(description), style.width - 6),
    valueLine(shown),
    ...(rules.length > 0 ? wrap(`used by ${rules.join(', ')}`, style.width - 6) : []),
  ];
  return [`${name}  ${type}`, ...lines.map(line => `    ${line}`)];
}

function valueLine({ value, where, example }: ShownParameter): string {
  if (value !== undefined) return `${printableJson(value)}  (${where})`;
  return example === undefined ? 'not set' : `not set; for example ${printableJson(example)}`;
}
