import { expect, test } from 'vitest';

import { plumbline, repository } from './plumbline.ts';

const cases: readonly [string, string][] = [
  [
    'scna',
    'error: plumbline has no command scna\n  commands: scan, collect, diff, doctor, report, explain, rules, waivers, baseline, policies, config, init, completion, help\n  hint: did you mean plumbline scan?\n',
  ],
  [
    'rules tset',
    'error: rules has no command tset\n  commands: list, check, test, trace, new, diff\n  hint: did you mean plumbline rules test?\n',
  ],
  ['scan --fail-onn high', 'error: scan has no option --fail-onn\n  hint: did you mean --fail-on?\n'],
  ['scan --zzz', 'error: scan has no option --zzz\n  hint: `plumbline help scan` says more\n'],
  [
    'scan -f',
    'error: --format needs a value\n  hint: -f, --format <format[=file]>; `plumbline help scan` says more\n',
  ],
  [
    'scan -f sarfi',
    'error: --format cannot be sarfi\n  allowed: terminal, compact, csv, github, gitlab, gitlab-sast, json, junit, markdown, sarif\n  hint: did you mean sarif?\n',
  ],
  [
    'scan -f json -f sarif',
    'error: json and sarif would both go to standard output\n  hint: give all but one a file of its own: -f sarif=FILE\n',
  ],
  [
    'scan -f json=a -f sarif=a',
    'error: json and sarif would both go to a\n  hint: give each a file of its own: -f sarif=FILE\n',
  ],
  [
    'scan --fail-on hihg',
    'error: --fail-on cannot be hihg\n  allowed: critical, high, medium, low, none\n  hint: did you mean high?\n',
  ],
  [
    'scan --unknown faill',
    'error: --unknown cannot be faill\n  allowed: ignore, warn, fail\n  hint: did you mean fail?\n',
  ],
  ['scan --color blue', 'error: --color cannot be blue\n  allowed: auto, always, never\n'],
  ['scan --width ten', 'error: --width cannot be ten\n  hint: a whole number of at least 40\n'],
  ['scan --region Ireland', 'error: --region cannot be Ireland\n  hint: for example --region eu-west-1\n'],
  ['scan --account 1234', 'error: --account cannot be 1234\n  hint: for example --account 111122223333\n'],
  [
    'scan --sarif-profile full',
    'error: --sarif-profile decides nothing: no sarif is written\n  hint: add -f sarif=FILE\n',
  ],
  [
    'scan --sarif-category infra -f json',
    'error: --sarif-category decides nothing: no sarif is written\n  hint: add -f sarif=FILE\n',
  ],
  [
    'scan -f sarif --sarif-category infra/',
    'error: --sarif-category cannot be infra/\n  hint: for example --sarif-category infra\n',
  ],
  [
    'scan -f sarif --sarif-profile azure',
    'error: --sarif-profile azure needs what Azure Pipelines says of a run\n' +
      '  not set: SYSTEM_COLLECTIONURI, SYSTEM_TEAMPROJECTID, SYSTEM_DEFINITIONID or BUILD_DEFINITIONID, BUILD_DEFINITIONNAME, SYSTEM_PHASEID or SYSTEM_JOBID, SYSTEM_PHASENAME or SYSTEM_JOBNAME, BUILD_SOURCEBRANCH, BUILD_BUILDID\n' +
      '  hint: elsewhere, use the profile github\n',
  ],
  ['scan --set ownerTag', 'error: --set ownerTag has no value\n  hint: write --set name=value\n'],
  [
    'scan --set ownerTga=a',
    'error: no rule has a parameter `ownerTga`\n  --set\n  hint: did you mean `ownerTag`?\n',
  ],
  [
    'scan --set ownerTag=a --set ownerTag=b',
    'error: --set ownerTag is given twice\n  hint: lists take commas: --set ownerTag=a,b\n',
  ],
  [
    'scan --policy genai-basline',
    'error: policy genai-basline does not exist\n  named by --policy\n  hint: did you mean genai-baseline?\n',
  ],
  ['scan --rule acme/ownr', 'error: rule acme/ownr does not exist\n  hint: did you mean acme/owner?\n'],
  ['scan --rules nowhere', 'error: the folder of rules nowhere does not exist\n  named by --rules\n'],
  [
    'scan --cfn-parameters nowhere.json',
    'error: the parameter file nowhere.json does not exist\n  hint: a single value is written --cfn-parameters Name=value\n',
  ],
  [
    'scan --config nowhere.yaml',
    'error: the configuration nowhere.yaml does not exist\n  hint: `plumbline init` writes one; --no-config runs without\n',
  ],
  [
    'explain',
    'error: explain needs <rule|finding-id>\n  hint: plumbline explain [options] <rule|finding-id> [path...]; `plumbline help explain` says more\n',
  ],
  ['explain acme/ownr', 'error: rule acme/ownr does not exist\n  hint: did you mean acme/owner?\n'],
  ['rules list zzz/*', "error: no rule matches zzz/*\n  hint: a pattern is an id or a glob: 'bedrock/*'\n"],
  [
    'completion bsh',
    'error: the shell cannot be bsh\n  allowed: bash, zsh, fish, powershell\n  hint: did you mean bash?\n',
  ],
  [
    'help exit-code',
    'error: there is no help on exit-code\n  topics: exit-codes, formats, environment, config\n  hint: did you mean plumbline help exit-codes?\n',
  ],
  [
    'init now',
    'error: init got more arguments than it takes\n  hint: plumbline init [options]; `plumbline help init` says more\n',
  ],
];

test.each(cases)('plumbline %s', async (line, stderr) => {
  expect(await plumbline(line.split(' '), { files: repository })).toEqual({ code: 2, stdout: '', stderr });
});

test('the hint names the command that was asked for', async () => {
  const { stderr } = await plumbline(['rules', 'test', '--nope']);
  expect(stderr).toBe(
    'error: rules test has no option --nope\n  hint: `plumbline help rules test` says more\n',
  );
});

test('--debug adds the stack', async () => {
  const { stderr } = await plumbline(['scan', '--policy', 'nope', '--debug']);
  expect(stderr).toMatch(/^error: policy nope does not exist\n[^]*\n\s+at /);
});

const broken = () => {
  throw new TypeError('no such pipe');
};

test('what nobody foresaw is our bug, with its own exit code', async () => {
  const { run } = await import('../../src/cli/run.ts');
  let stderr = '';
  const code = await run(['help', 'exit-codes'], {
    stdout: { write: broken, isTTY: false, columns: undefined },
    stderr: { write: text => (stderr += text), isTTY: false, columns: undefined },
    env: {},
    cwd: process.cwd(),
  });
  expect(code).toBe(70);
  expect(stderr).toMatch(
    /^error: plumbline \S+ has a bug: TypeError: no such pipe\n {2}nothing was assessed; this is not a pass\n/,
  );
});
