import type { TemplateValues } from '../../catalog/config-file.ts';
import { displayPath } from '../../catalog/display-path.ts';
import type { Config } from '../../catalog/load-config.ts';
import type { RootValues } from '../../catalog/terraform-values.ts';
import { choiceOf, flagOf } from '../answers.ts';
import { columns, json } from '../columns.ts';
import { waiverNames } from '../deciding-files.ts';
import type { Handler } from '../io.ts';
import { shownParameters, type ShownParameter } from '../parameters.ts';
import { gateSettings } from '../scan-request.ts';
import { setUp, type Setup } from '../setup.ts';

/** The settings that a scan would use, one a line; with `--origin` the place of each. */
export const configShowCommand: Handler = async ({ args, options, io }) => {
  const format = choiceOf(options, 'format', ['text', 'json']) ?? 'text';
  const setup = await setUp(args, options, io);
  const lines = [...ruleLines(setup), ...fileLines(setup)];
  const origin = flagOf(options, 'origin');
  io.stdout.write(format === 'json' ? json(asObject(lines, origin)) : asText(lines, origin));
  return 0;
};

interface Line {
  readonly key: string;
  /** Undefined when nobody gave a value. */
  readonly value?: unknown;
  readonly where: string;
}

/** What the command line can override here: policies, their parameters, folders of rules. */
function ruleLines(setup: Setup): readonly Line[] {
  const { policyNames, folders, resolved } = setup;
  const own = folders.filter(({ trusted }) => !trusted);
  const parameters = shownParameters(
    resolved.filter(({ enabled }) => enabled),
    setup,
  );
  return [
    {
      key: 'policies',
      value: policyNames.map(({ name }) => name),
      where: policyNames.map(({ where }) => where).join(', '),
    },
    ...parameters.map(({ name, value, where = 'not set', rules }) => ({
      // Where rules differ, one name has several values.
      key: `parameters.${name}${isShared(name, parameters) ? ` (${rules.join(', ')})` : ''}`,
      value,
      where,
    })),
    {
      key: 'rules',
      value: own.map(({ name }) => name),
      where: own.map(({ saidBy }) => saidBy).join(', ') || 'default',
    },
  ];
}

const isShared = (name: string, all: readonly ShownParameter[]): boolean =>
  all.filter(one => one.name === name).length > 1;

function fileLines(setup: Setup): readonly Line[] {
  const { config } = setup;
  const { include, exclude, placement, accounts, templateValues, terraform } = config;
  const everywhere = terraform?.values.find(({ roots }) => roots === undefined);
  const values: Readonly<Record<string, unknown>> = {
    'inputs.include': include,
    'inputs.exclude': exclude,
    region: placement.region,
    account: placement.account,
    partition: placement.partition,
    accounts: Object.fromEntries(accounts.map(one => [one.paths, one.placement])),
    'cloudformation.parameters': templateValuesOf(templateValues.filter(one => one.templates === undefined)),
    'cloudformation.templates': Object.fromEntries(
      templateValues.flatMap(one =>
        one.templates === undefined ? [] : [[one.templates, templateValuesOf([one])]],
      ),
    ),
    'terraform.variables': rootVariables(everywhere),
    'terraform.varFiles': everywhere?.varFiles ?? [],
    'terraform.workspace': terraform?.workspace,
    'terraform.sources': terraform?.sources ?? [],
    'terraform.roots': Object.fromEntries(
      (terraform?.values ?? []).flatMap(one =>
        one.roots === undefined
          ? []
          : [[one.roots, { variables: rootVariables(one), varFiles: one.varFiles }]],
      ),
    ),
    ...gateValues(setup),
  };
  return Object.entries(values).map(([key, value]) => ({ key, value, where: placeOf(config, key, value) }));
}

/** What gates, and what lets something through. */
function gateValues({ config, ground }: Setup): Readonly<Record<string, unknown>> {
  const { failOn, unknown, requireComplete } = gateSettings({ config }, {});
  return {
    waivers: waiverNames(config, {}, ground).map(({ path }) => displayPath(path, ground.cwd)),
    inlineWaivers: config.inlineWaivers ?? true,
    baseline: config.baseline?.name,
    failOn,
    unknown,
    requireComplete,
  };
}

const placeOf = ({ places }: Config, key: string, value: unknown): string =>
  places[key] ?? (value === undefined ? 'not set' : 'default');

const templateValuesOf = (sets: readonly TemplateValues[]): unknown =>
  Object.fromEntries(sets.flatMap(({ values }) => values.map(({ name, value }) => [name, value])));

const rootVariables = (values: RootValues | undefined): unknown =>
  Object.fromEntries((values?.variables ?? []).map(({ name, value }) => [name, value]));

function asText(lines: readonly Line[], origin: boolean): string {
  const rows = lines.map(({ key, value, where }) => {
    const shown = value === undefined ? '-' : JSON.stringify(value);
    return origin ? [key, where, shown] : [key, shown];
  });
  return columns(rows);
}

function asObject(lines: readonly Line[], origin: boolean): unknown {
  return Object.fromEntries(
    lines.map(({ key, value = null, where }) => [key, origin ? { value, where } : value]),
  );
}
