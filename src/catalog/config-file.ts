import type { Placement } from '../model/case.ts';
import type { Span } from '../model/source.ts';
import { placementOf } from './cases.ts';
import { diagnose, placeOf } from './diagnostic.ts';
import {
  asBlock,
  asScalar,
  asText,
  choice,
  entries,
  field,
  flag,
  items,
  texts,
  type Block,
  type Located,
} from './fields.ts';
import { gateLevels, unknownLevels } from './gate-levels.ts';
import { settingsOf, type Setting } from './policy-file.ts';
import { terraformOf, type TerraformConfig } from './terraform-values.ts';

/** A name in the file with its place. */
export interface Named {
  readonly name: string;
  readonly where: string;
}

/** Values for the parameters of templates, with the place of each. */
export interface TemplateValues {
  /** A glob; every template when left out. */
  readonly templates?: string;
  readonly values: readonly { readonly name: string; readonly value: string; readonly at: Span }[];
}

/** What plumbline.yaml says; keys that it does not hold are left out. */
export interface ConfigFile {
  readonly policies?: readonly Named[];
  readonly parameters: readonly Setting[];
  readonly rules: readonly Named[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly placement: Placement;
  readonly accounts: readonly { readonly paths: string; readonly placement: Placement }[];
  readonly templateValues: readonly TemplateValues[];
  readonly terraform?: TerraformConfig;
  readonly failOn?: (typeof gateLevels)[number];
  readonly unknown?: (typeof unknownLevels)[number];
  readonly requireComplete?: boolean;
  /** Files of waivers; the default one when left out. */
  readonly waivers?: readonly Named[];
  readonly inlineWaivers?: boolean;
  readonly baseline?: Named;
  /** The place of every top-level key and of the keys one level below, `inputs.include`. */
  readonly places: Readonly<Record<string, string>>;
}

export function configOf(block: Block): ConfigFile {
  const inputs = inner(block, 'inputs');
  const terraform = inner(block, 'terraform');
  return {
    ...(field(block, 'policies') && { policies: items(block, 'policies').map(namedOf) }),
    parameters: settingsOf(block, 'parameters'),
    rules: items(block, 'rules').map(namedOf),
    include: inputs ? texts(inputs, 'include') : [],
    exclude: inputs ? texts(inputs, 'exclude') : [],
    placement: placementOf(block),
    accounts: entries(block, 'accounts').map(({ key, value }) => ({
      paths: key,
      placement: placementOf(asBlock(value)),
    })),
    templateValues: templateValuesOf(inner(block, 'cloudformation')),
    ...(terraform && { terraform: terraformOf(terraform) }),
    ...gateOf(block),
    places: placesOf(block),
  };
}

/** What gates, and what lets something through. */
function gateOf(
  block: Block,
): Pick<ConfigFile, 'failOn' | 'unknown' | 'requireComplete' | 'waivers' | 'inlineWaivers' | 'baseline'> {
  const baseline = field(block, 'baseline');
  return {
    ...(field(block, 'failOn') && { failOn: choice(block, 'failOn', gateLevels) }),
    ...(field(block, 'unknown') && { unknown: choice(block, 'unknown', unknownLevels) }),
    ...(field(block, 'requireComplete') && { requireComplete: flag(block, 'requireComplete', false) }),
    ...(field(block, 'waivers') && { waivers: oneOrMore(block, 'waivers').map(namedOf) }),
    ...(field(block, 'inlineWaivers') && { inlineWaivers: flag(block, 'inlineWaivers', true) }),
    ...(baseline && { baseline: namedOf(baseline) }),
  };
}

function oneOrMore(block: Block, key: string): readonly Located[] {
  const found = field(block, key);
  return found && found.node.kind !== 'list' ? [found] : items(block, key);
}

function templateValuesOf(block: Block | undefined): readonly TemplateValues[] {
  if (!block) return [];
  const everywhere = { values: valuesOf(block, 'parameters') };
  const templates = inner(block, 'templates');
  const each = templates
    ? entries(block, 'templates').map(({ key }) => ({ templates: key, values: valuesOf(templates, key) }))
    : [];
  return [everywhere, ...each].filter(({ values }) => values.length > 0);
}

function valuesOf(block: Block, key: string): TemplateValues['values'] {
  return entries(block, key).map(({ key: name, value, span }) => ({
    name,
    value: asParameter(value),
    at: span,
  }));
}

/** CloudFormation takes every parameter as text, lists joined by commas; numbers as they are written. */
export function asParameter(located: Located): string {
  const { file, node } = located;
  if (node.kind === 'list') return node.items.map(item => asParameter({ file, node: item })).join(',');
  const scalar = asScalar(located).node;
  return typeof scalar.value === 'string' || scalar.value === null ? asText(located) : scalar.source;
}

const namedOf = (located: Located): Named => ({
  name: asText(located),
  where: placeOf(diagnose(located.file, located.node, '')),
});

function placesOf(block: Block, prefix = ''): Record<string, string> {
  const places: Record<string, string> = {};
  for (const { key, keyStart, keyEnd, value } of block.node.entries) {
    places[`${prefix}${key}`] = placeOf(diagnose(block.file, { start: keyStart, end: keyEnd }, ''));
    if (value.kind === 'map' && prefix === '') {
      Object.assign(places, placesOf({ file: block.file, node: value }, `${key}.`));
    }
  }
  return places;
}

function inner(block: Block, key: string): Block | undefined {
  const found = field(block, key);
  return found && asBlock(found);
}
