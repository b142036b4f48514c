import type { ParameterHelp, Policy, Selection } from '../model/policy.ts';
import { severities, type ParameterValue } from '../model/rule.ts';
import { diagnose, placeOf } from './diagnostic.ts';
import {
  asBlock,
  asData,
  asText,
  choice,
  dataByName,
  entries,
  field,
  flag,
  items,
  optionalText,
  text,
  texts,
  type Block,
  type Located,
} from './fields.ts';
import { freeze } from './freeze.ts';

/** A value for a parameter, with the place that says so: `plumbline.yaml:12:3`, `--set`. */
export interface Setting {
  readonly name: string;
  readonly value: ParameterValue;
  readonly where: string;
}

/** A line of a policy's `rules` with its place. */
export interface PlacedSelection {
  readonly selection: Selection;
  readonly where: string;
  readonly settings: readonly Setting[];
}

/** A policy with the places of what it says, so that every later message can point at them. */
export interface PolicyFile {
  readonly policy: Policy;
  /** Absolute; policies that are named by path are relative to its folder. */
  readonly path: string;
  readonly shipped: boolean;
  readonly settings: readonly Setting[];
  readonly selections: readonly PlacedSelection[];
}

export function policyOf(block: Block, path: string, shipped: boolean): PolicyFile {
  const selections = items(block, 'rules').map(selectionOf);
  const policy: Policy = {
    id: text(block, 'id'),
    title: text(block, 'title'),
    description: optionalText(block, 'description')?.trim() ?? '',
    extends: texts(block, 'extends'),
    parameters: dataByName(block, 'parameters'),
    help: Object.fromEntries(entries(block, 'help').map(({ key, value }) => [key, helpOf(asBlock(value))])),
    rules: selections.map(({ selection }) => selection),
  };
  return freeze({ policy, path, shipped, settings: settingsOf(block, 'parameters'), selections });
}

function selectionOf(located: Located): PlacedSelection {
  const where = placeOf(diagnose(located.file, located.node, ''));
  if (located.node.kind === 'scalar') {
    return { selection: { match: asText(located), enabled: true, parameters: {} }, where, settings: [] };
  }
  const block = asBlock(located);
  const selection: Selection = {
    match: text(block, 'match'),
    enabled: flag(block, 'enabled', true),
    ...(field(block, 'severity') && { severity: choice(block, 'severity', severities) }),
    ...(flag(block, 'mandatory', false) && { mandatory: true as const }),
    parameters: dataByName(block, 'parameters'),
  };
  return { selection, where, settings: settingsOf(block, 'parameters') };
}

/** The entries of a map of parameters, each with its place. */
export function settingsOf(block: Block, key: string): readonly Setting[] {
  return entries(block, key).map(({ key: name, value, span }) => ({
    name,
    value: asData(value),
    where: placeOf(diagnose(span.file, span, '')),
  }));
}

function helpOf(block: Block): ParameterHelp {
  const example = field(block, 'example');
  return { description: text(block, 'description').trim(), ...(example && { example: asData(example) }) };
}
