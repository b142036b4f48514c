import { relative, resolve } from 'node:path';

import type { TemplateValues } from '../catalog/config-file.ts';
import { digestOf } from '../catalog/digest.ts';
import { findRule } from '../catalog/find-rule.ts';
import { gateLevels, unknownLevels } from '../catalog/gate-levels.ts';
import { appliedRules, notConfiguredRules } from '../catalog/resolve-policy.ts';
import { readParameterFile } from '../catalog/template-parameters.ts';
import type { Placement } from '../model/case.ts';
import { contains } from '../scan/inputs/root.ts';
import type { ScanRequest, TemplateParameters } from '../scan/request.ts';
import { choiceOf, flagOf, formOf, pairOf, textsOf } from './answers.ts';
import type { Answers, Io } from './io.ts';
import type { Setup } from './setup.ts';
import { terraformSettings, type InputPlaces } from './terraform-settings.ts';
import { version } from './version.ts';
import { refuseIdleSettings } from './warnings.ts';

/** What `scan` is asked for: the command line over the configuration over the defaults. */
export function scanRequest(setup: Setup, options: Answers, io: Io): ScanRequest {
  const { config, root, paths, types, facts, digest } = setup;
  const resolved = selectedRules(setup, options);
  refuseIdleSettings(resolved, options);
  const inConfig = globInConfig(setup);
  const deployment = deploymentOf(setup, options, {
    folderOf: () => io.cwd,
    // Files of values are inputs: another commit may name them, but never says what is in them.
    inputAt: path =>
      contains(setup.ground.root, path) ? resolve(root, relative(setup.ground.root, path)) : path,
  });
  return {
    tool: { name: 'plumbline', version: version() },
    ruleset: { digest, policies: setup.policyNames.map(({ name }) => name) },
    ...(config.source && { config: { path: config.source.path, digest: digestOf([config.source]) } }),
    root,
    paths,
    inputs: { include: config.include.map(inConfig), exclude: config.exclude.map(inConfig) },
    allowEmpty: flagOf(options, 'allowEmpty'),
    rules: appliedRules(resolved),
    notConfigured: notConfiguredRules(resolved, setup.policies),
    ...deployment,
    terraform: { ...deployment.terraform, refusesIdle: true },
    gate: gateSettings(setup, options),
    lineHashes: false,
    listsAll: true,
    types,
    facts,
  };
}

/** What is said of the deployment of the templates. */
export function deploymentOf(
  setup: Pick<Setup, 'config' | 'ground'>,
  options: Answers,
  places: InputPlaces,
): Required<Pick<ScanRequest, 'placement' | 'placements' | 'templateParameters' | 'terraform'>> {
  const { config } = setup;
  const inConfig = globInConfig(setup);
  return {
    placement: { ...config.placement, ...placementOf(options) },
    placements: config.accounts.map(({ paths: glob, placement }) => ({ paths: inConfig(glob), placement })),
    templateParameters: [
      ...config.templateValues.map(values => templateParameters(values, inConfig)),
      ...textsOf(options, 'cfnParameters').map(given => givenParameters(given, places.folderOf(given))),
    ],
    terraform: terraformSettings(setup, options, { inConfig, ...places }),
  };
}

/** What the gate goes by; also what `config show` prints. */
export function gateSettings({ config }: Pick<Setup, 'config'>, options: Answers): ScanRequest['gate'] {
  return {
    failOn: choiceOf(options, 'failOn', gateLevels) ?? config.failOn ?? 'high',
    unknown: choiceOf(options, 'unknown', unknownLevels) ?? config.unknown ?? 'warn',
    requireComplete: flagOf(options, 'requireComplete') || (config.requireComplete ?? false),
    exitZero: flagOf(options, 'exitZero'),
  };
}

/** What the policies select; `--rule` runs what it names, whether they select it or not. */
export function selectedRules({ resolved, rules }: Setup, options: Answers): Setup['resolved'] {
  const ids = textsOf(options, 'rule');
  if (ids.length === 0) return resolved.filter(({ enabled }) => enabled);
  const wanted = new Set(ids.map(id => findRule(rules, id).id));
  return resolved
    .filter(({ rule }) => wanted.has(rule.id))
    .map(rule => Object.assign({}, rule, { enabled: true }));
}

const forms = {
  region: { form: /^[a-z]{2,4}(-[a-z]+)+-\d+$/, example: 'eu-west-1' },
  account: { form: /^\d{12}$/, example: '111122223333' },
  partition: { form: /^aws(-[a-z]+)*$/, example: 'aws' },
};

function placementOf(options: Answers): Placement {
  const region = formOf(options, 'region', forms.region);
  const account = formOf(options, 'account', forms.account);
  const partition = formOf(options, 'partition', forms.partition);
  return { ...(region && { region }), ...(account && { account }), ...(partition && { partition }) };
}

/** Globs in a file are relative to it; those of a configuration from elsewhere are relative to what is scanned. */
function globInConfig({ config, ground }: Pick<Setup, 'config' | 'ground'>): (glob: string) => string {
  const way = relative(ground.root, config.folder).replaceAll('\\', '/');
  return way === '' || way.startsWith('..') ? glob => glob : glob => `${way}/${glob}`;
}

function templateParameters(
  { templates, values }: TemplateValues,
  inConfig: (glob: string) => string,
): TemplateParameters {
  return {
    ...(templates !== undefined && { templates: inConfig(templates) }),
    values: Object.fromEntries(
      values.map(({ name, value, at }) => [
        name,
        { value, via: { what: `parameter ${name} in ${at.file.path}`, at } },
      ]),
    ),
  };
}

/** `Name=value`, or a file. */
function givenParameters(given: string, cwd: string): TemplateParameters {
  if (!given.includes('=')) return templateParameters(readParameterFile(given, cwd), glob => glob);
  const { name, text } = pairOf(given, '--cfn-parameters');
  return { values: { [name]: { value: text, via: { what: `--cfn-parameters ${name}` } } } };
}
