import { UsageError } from '../src/model/problem.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Inputs that are an option of `plumbline scan` of the same name. All are empty by default: then the configuration decides. */
export const optionInputs = {
  one: [
    'config',
    'region',
    'account',
    'partition',
    'fail-on',
    'unknown',
    'diff-from',
    'trust-ref',
    'baseline',
    'as-of',
    'sarif-category',
  ],
  /** One a line. */
  many: ['policy', 'set', 'rules', 'cfn-parameters', 'waivers'],
  flags: ['require-complete', 'allow-empty', 'no-inline', 'no-baseline'],
} as const;

/** Inputs of the action itself. */
export const ownInputs = [
  'paths',
  'args',
  'working-directory',
  'sarif-file',
  'annotations',
  'summary',
  'comment',
  'upload',
  'token',
] as const;

/** What the workflow asks of the action. */
export interface Inputs {
  readonly workingDirectory: string;
  readonly paths: readonly string[];
  /** Of `plumbline scan`, without formats and paths. */
  readonly options: readonly string[];
  readonly sarifFile: string;
  readonly annotations: boolean;
  readonly summary: boolean;
  readonly comment: boolean;
  readonly upload: boolean;
  readonly token: string;
}

export function readInputs(env: Env): Inputs {
  return {
    workingDirectory: inputOf(env, 'working-directory'),
    paths: linesOf(env, 'paths'),
    options: [
      ...optionInputs.one.flatMap(name =>
        inputOf(env, name) === '' ? [] : [`--${name}=${inputOf(env, name)}`],
      ),
      ...optionInputs.many.flatMap(name => linesOf(env, name).map(value => `--${name}=${value}`)),
      ...optionInputs.flags.flatMap(name => (switchOf(env, name, false) ? [`--${name}`] : [])),
      ...linesOf(env, 'args'),
    ],
    sarifFile: inputOf(env, 'sarif-file'),
    annotations: switchOf(env, 'annotations', true),
    summary: switchOf(env, 'summary', true),
    comment: switchOf(env, 'comment', false),
    upload: switchOf(env, 'upload', false),
    token: inputOf(env, 'token'),
  };
}

/** The runner hands an input that nobody gave in as an empty one. */
const inputOf = (env: Env, name: (typeof ownInputs)[number] | Option): string =>
  (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();

type Option = (typeof optionInputs)[keyof typeof optionInputs][number];

function linesOf(env: Env, name: Parameters<typeof inputOf>[1]): readonly string[] {
  return inputOf(env, name)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

function switchOf(env: Env, name: Parameters<typeof inputOf>[1], otherwise: boolean): boolean {
  const given = inputOf(env, name).toLowerCase();
  if (given === '') return otherwise;
  if (given === 'true' || given === 'false') return given === 'true';
  throw new UsageError(`input ${name} cannot be ${given}`, { details: ['allowed: true, false'] });
}
