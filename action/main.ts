import { exitCodes } from '../src/cli/exit-codes.ts';
import { fail } from '../src/cli/fail.ts';
import { act } from './act.ts';
import { harmless, processRunner } from './runner.ts';

const runner = processRunner();
try {
  process.exitCode = await act(runner);
} catch (error) {
  let text = '';
  const sink = { write: (part: string) => void (text += part), isTTY: false, columns: undefined };
  process.exitCode = fail(error, { stdout: sink, stderr: sink, env: runner.env, cwd: process.cwd() }, false);
  runner.log(harmless(text));
  runner.say('error', text.trim() || `plumbline ended with exit code ${exitCodes.bug}`);
  runner.output('verdict', 'error');
  runner.output('exit-code', process.exitCode);
}
