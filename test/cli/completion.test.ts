import { execFileSync } from 'node:child_process';

import { describe, expect, test } from 'vitest';

import { commands } from '../../src/cli/commands.ts';
import { plumbline } from './plumbline.ts';

const { stdout: bash } = await plumbline(['completion', 'bash'], { cwd: process.cwd() });

/** What bash offers after these words; the last one is being typed. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `${bash}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _plumbline; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', script, 'bash', 'plumbline', ...words], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter(word => word !== '');
}

describe('bash offers', () => {
  test.each([
    [
      [''],
      [
        'scan',
        'collect',
        'diff',
        'doctor',
        'report',
        'explain',
        'rules',
        'waivers',
        'baseline',
        'policies',
        'config',
        'init',
        'completion',
        'help',
      ],
    ],
    [['sc'], ['scan']],
    [
      ['rules', ''],
      ['list', 'check', 'test', 'trace', 'new', 'diff'],
    ],
    [
      ['rules', 't'],
      ['test', 'trace'],
    ],
    [
      ['scan', '--fail-on', ''],
      ['critical', 'high', 'medium', 'low', 'none'],
    ],
    [
      ['waivers', ''],
      ['list', 'check', 'explain', 'add', 'prune'],
    ],
    [
      ['baseline', ''],
      ['create', 'update'],
    ],
    [['scan', '--trust'], ['--trust-ref']],
    [['scan', '--fail'], ['--fail-on']],
    [['scan', '-f', 's'], ['sarif']],
    [['scan', '--policy', 'genai'], ['genai-baseline']],
    [['explain', 'bedrock/agent-session'], ['bedrock/agent-session-timeout']],
    [['rules', 'trace', 'bedrock/agent-session'], ['bedrock/agent-session-timeout']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', 'powershell'],
    ],
    [['help', 'exit'], ['exit-codes']],
    // Nothing of its own, so that bash goes on with files.
    [['scan', ''], []],
    [['scan', '--config', ''], []],
  ])('%j: %j', (words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });
});

describe.each(['bash', 'zsh', 'fish', 'powershell'])('the script for %s', shell => {
  test('knows every command and every option', async () => {
    const { code, stdout, stderr } = await plumbline(['completion', shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { name } of commands) expect(stdout).toContain(name.split(' ').at(-1));
    for (const option of ['fail-on', 'require-complete', 'sarif-profile', 'cfn-parameters', 'resource']) {
      expect(stdout).toContain(option);
    }
    expect(stdout).toContain('bedrock/agent-session-timeout');
  });
});
