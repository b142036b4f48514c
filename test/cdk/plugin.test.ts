import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import {
  App,
  CfnParameter,
  NestedStack,
  Stack,
  Stage,
  Validations,
  aws_bedrock as bedrock,
} from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';

import { plumbline, type PlumblineOptions } from '../../src/cdk/plugin.ts';
import { repository } from '../cli/plumbline.ts';
import { folder } from '../scan/inputs/folder.ts';

interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly severity: string;
  readonly suggestedFix?: string;
  readonly violatingConstructs: readonly {
    readonly constructPath?: string;
    readonly cloudFormationResource?: object;
  }[];
}

interface Synthesis {
  /** What the synthesis ended with; undefined when it succeeded. */
  readonly error: string | undefined;
  readonly conclusion: string | undefined;
  readonly violations: readonly Violation[];
  readonly metadata: Readonly<Record<string, string>> | undefined;
}

const agent = (scope: Stack, tags?: Record<string, string>): bedrock.CfnAgent =>
  new bedrock.CfnAgent(scope, 'Agent', { agentName: 'support', ...(tags && { tags }) });

/** Synthesises an app in a folder of its own, under the one rule that agents carry an owner tag. */
function synth(build: (app: App) => void, options: PlumblineOptions = {}): Synthesis {
  const home = folder(repository);
  const outdir = join(home, 'cdk.out');
  const app = new App({ outdir, analyticsReporting: false });
  Validations.of(app).addPlugins(
    plumbline({ config: join(home, 'plumbline.yaml'), failOn: 'medium', ...options }),
  );
  build(app);
  const error = errorOf(() => app.synth());
  const file = join(outdir, 'validation-report.json');
  const reports = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).pluginReports : [];
  const own = reports.find(({ pluginName }: { pluginName: string }) => pluginName === 'Plumbline');
  return { error, conclusion: own?.conclusion, violations: own?.violations ?? [], metadata: own?.metadata };
}

function errorOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

const pathsOf = ({ violations }: Synthesis) =>
  violations.flatMap(({ violatingConstructs }) =>
    violatingConstructs.map(({ constructPath }) => constructPath),
  );

test('a finding ends the synthesis, and is shown with its construct, the message and the fix', () => {
  const found = synth(app => agent(new Stack(app, 'Support')));
  expect(found.error).toContain('Agent support has no owner.');
  expect(found.conclusion).toBe('failure');
  expect(found.violations).toMatchObject([
    {
      ruleName: 'acme/owner',
      description: 'Agents carry an owner tag: Agent support has no owner.',
      severity: 'fatal',
    },
  ]);
  expect(pathsOf(found)).toEqual(['Support/Agent']);
});

test('nothing to find: the synthesis goes on', () => {
  const found = synth(app => agent(new Stack(app, 'Support'), { owner: 'ml' }));
  expect(found).toEqual({ error: undefined, conclusion: undefined, violations: [], metadata: undefined });
});

test('what is below the gate is a warning', () => {
  const found = synth(app => agent(new Stack(app, 'Support')), { failOn: 'high' });
  expect([found.error, found.conclusion]).toEqual([undefined, 'success']);
  expect(found.violations.map(({ severity }) => severity)).toEqual(['warning']);
});

test('nested stacks, stages and the same agent in many places', () => {
  const found = synth(app => {
    agent(new NestedStack(new Stack(app, 'Support'), 'Inner'));
    const stage = new Stage(app, 'Prod', { env: { account: '111122223333', region: 'eu-west-1' } });
    agent(new Stack(stage, 'Support'));
  });
  expect(new Set(pathsOf(found))).toEqual(new Set(['Prod/Support/Agent', 'Support/Inner/Agent']));
});

test('an app of stages alone', () => {
  const found = synth(app => agent(new Stack(new Stage(app, 'Prod'), 'Support')));
  expect(pathsOf(found)).toEqual(['Prod/Support/Agent']);
});

/** Whether the agent has an owner depends on what a macro makes of it. */
const undecided = (app: App): void => {
  const stack = new Stack(app, 'Support');
  const key = new CfnParameter(stack, 'TagKey');
  agent(stack).addPropertyOverride('Tags', {
    'Fn::Transform': { Name: 'Tags', Parameters: { key: key.valueAsString } },
  });
};

/** A macro may add anything. */
const open = (app: App): void => {
  const stack = new Stack(app, 'Support');
  stack.addTransform('Acme::Macro');
  agent(stack, { owner: 'ml' });
};

describe('what is not known is no success where that is asked for, and never silent', () => {
  test.each([
    ['warn', undefined, 'success', 'warning'],
    ['fail', expect.stringContaining('unknown'), 'failure', 'fatal'],
  ] as const)('unknown: %s', (unknown, error, conclusion, severity) => {
    const found = synth(undecided, { unknown });
    expect([found.error, found.conclusion]).toEqual([error, conclusion]);
    expect(found.violations).toContainEqual(
      expect.objectContaining({
        ruleName: 'acme/owner',
        severity,
        description: expect.stringMatching(/^Agents carry an owner tag: unknown: /),
      }),
    );
  });

  test('something that was not assessed', () => {
    const { error, violations } = synth(open);
    expect([error, ...violations.map(({ severity }) => severity)]).toEqual([undefined, 'warning', 'warning']);
    expect(synth(open, { requireComplete: true })).toMatchObject({
      error: expect.stringContaining('Acme::Macro'),
      violations: [
        { severity: 'fatal', description: expect.stringMatching(/^Not assessed: /) },
        { severity: 'warning' },
      ],
    });
  });

  test.each<[string, PlumblineOptions, RegExp]>([
    ['a configuration that is not there', { config: 'nowhere.yaml' }, /nowhere\.yaml/],
    ['a policy that does not exist', { policies: ['nope'] }, /policy nope does not exist/],
    ['an option that does not exist', { args: ['--nope'] }, /no option --nope/],
    ['a scan that does not end', { timeoutSeconds: 0.001 }, /ETIMEDOUT/],
  ])('%s', (_, options, reason) => {
    const found = synth(app => agent(new Stack(app, 'Support'), { owner: 'ml' }), options);
    expect(found.conclusion).toBe('failure');
    expect(found.violations).toMatchObject([
      { ruleName: 'plumbline/assessed', severity: 'fatal', description: expect.stringMatching(reason) },
    ]);
    expect(found.error).toMatch(reason);
  });
});

test('what is asked of an account, which no construct is, ends the synthesis too', () => {
  const found = synth(app => agent(new Stack(app, 'Support'), { owner: 'ml' }), {
    config: false,
    policies: ['genai-baseline'],
    failOn: 'none',
    unknown: 'fail',
    args: ['--rule=logging/invocation-logging-enabled'],
  });
  expect(found.error).toContain('unknown');
  expect(pathsOf(found)).toEqual(['Support']);
});

test('an acknowledgement has no owner and no end, so it does not hold', () => {
  const found = synth(app => {
    const stack = new Stack(app, 'Support');
    agent(stack);
    Validations.of(stack).acknowledge({ id: 'Plumbline::acme/owner', reason: 'later' });
  });
  expect(found.conclusion).toBe('failure');
  expect(found.error).toContain('Agent support has no owner.');
});

test('parameters go to the policy', () => {
  const found = synth(app => agent(new Stack(app, 'Support'), { team: 'ml' }), {
    parameters: { ownerTag: 'team' },
  });
  expect(found.error).toBeUndefined();
});

test('in a process of its own, as cdk runs it: the configuration of the app counts, wherever the assembly is', () => {
  const root = resolve(import.meta.dirname, '../..');
  const at = (path: string): string => JSON.stringify(pathToFileURL(join(root, path)).href);
  const app = `import { App, Stack, Validations, aws_bedrock as bedrock } from ${at('node_modules/aws-cdk-lib/index.js')};
import { plumbline } from ${at('src/cdk/plugin.ts')};
const app = new App({ analyticsReporting: false, outdir: process.argv[2] });
Validations.of(app).addPlugins(plumbline());
new bedrock.CfnAgent(new Stack(app, 'Support'), 'Agent', { agentName: 'support' });
app.synth();
`;
  const home = folder({
    ...repository,
    '.git/': '',
    'bin/app.mjs': app,
    'plumbline.yaml': `${repository['plumbline.yaml']}failOn: medium\n`,
  });
  const elsewhere = join(folder({}), 'assembly');
  const { NODE_ENV: _, ...env } = process.env;
  const run = errorOf(() =>
    execFileSync(process.execPath, ['bin/app.mjs', elsewhere], {
      cwd: home,
      env,
      stdio: 'pipe',
      encoding: 'utf8',
    }),
  );
  expect(run).toContain('Agent support has no owner.');
  expect(run).toContain('Support/Agent');
});

const asOf = (day: string): PlumblineOptions => ({ args: [`--as-of=${day}`] });

describe('a waiver in the Metadata of a construct', () => {
  const waiver = {
    rule: 'acme/owner',
    reason: 'internal pilot',
    owner: '@ml',
    approver: '@security',
    ticket: 'RISK-1',
    created: '2026-11-01',
    expires: '2027-02-19',
  };
  const waived = (scope: Stack, fields: object = waiver): void =>
    agent(scope).addMetadata('plumbline', { waivers: [fields] });

  test('accepts the failure', () => {
    const found = synth(app => waived(new Stack(app, 'Support')), asOf('2026-11-21'));
    expect(found).toMatchObject({ error: undefined, violations: [] });
  });

  test('also in a nested stack', () => {
    const found = synth(
      app => waived(new NestedStack(new Stack(app, 'Support'), 'Inner')),
      asOf('2026-11-21'),
    );
    expect(found).toMatchObject({ error: undefined, violations: [] });
  });

  test('of which the day has come, or that says too little, accepts nothing', () => {
    const late = synth(app => waived(new Stack(app, 'Support')), asOf('2027-02-20'));
    expect(late).toMatchObject({ conclusion: 'failure', violations: [{ ruleName: 'acme/owner' }] });
    const { owner: _, ...ownerless } = waiver;
    const found = synth(app => waived(new Stack(app, 'Support'), ownerless), asOf('2026-11-21'));
    expect(found.violations.map(({ ruleName, description }) => `${ruleName}: ${description}`)).toEqual(
      expect.arrayContaining([expect.stringContaining('the waiver does not hold: it needs `owner`')]),
    );
    expect(found.conclusion).toBe('failure');
  });
});
