import type { NotConfigured } from '../../model/report.ts';
import { plural } from '../summary.ts';
import { wrap } from '../text/layout.ts';
import { printableJson } from '../text/printable.ts';
import type { Style } from '../text/style.ts';

/** Rules that wait for a parameter. Each parameter is explained once, with the rules that want it. */
export function notConfigured(list: readonly NotConfigured[], style: Style): string[] {
  if (list.length === 0) return [];
  const verb = list.length === 1 ? 'is not configured and did not run' : 'are not configured and did not run';
  const parameters = byName(list);
  return [
    style.paint('yellow', `${style.signs.none} ${plural(list.length, 'rule')} ${verb}`),
    ...parameters.flatMap(parameter => parameterBlock(parameter, style)),
    `  set ${parameters.length === 1 ? 'it' : 'them'} in plumbline.yaml:`,
    '    parameters:',
    ...parameters.map(({ name, example }) => `      ${style.name(name)}: ${yaml(example, style)}`),
  ];
}

interface Wanted {
  readonly name: string;
  readonly description: string;
  readonly example?: unknown;
  readonly rules: string[];
}

function byName(list: readonly NotConfigured[]): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const { rule, parameters } of list) {
    for (const parameter of parameters) {
      const known = wanted.get(parameter.name);
      if (known) known.rules.push(rule);
      else wanted.set(parameter.name, { ...parameter, rules: [rule] });
    }
  }
  return [...wanted.values()];
}

function parameterBlock({ name, description, rules }: Wanted, style: Style): string[] {
  return [
    `  ${style.paint('bold', style.name(name))}  ${style.paint('dim', `for ${rules.map(style.name).join(', ')}`)}`,
    ...wrap(style.prose(description), style.width - 4).map(line => `    ${line}`),
  ];
}

/** JSON is YAML in flow style. */
function yaml(example: unknown, { signs, name }: Style): string {
  return example === undefined ? signs.cut : name(printableJson(example));
}
