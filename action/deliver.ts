import { createHash } from 'node:crypto';

import type { Report } from '../src/model/report.ts';
import { writeComment } from './comment.ts';
import { pullRequestOf } from './event.ts';
import { gitHubOf, type GitHub } from './github.ts';
import type { Inputs } from './inputs.ts';
import type { Runner } from './runner.ts';
import { uploadSarif } from './upload.ts';

/** What there is to hand to GitHub. */
export interface Delivery {
  readonly report: Report;
  readonly markdown: string;
  readonly sarifFile?: string;
}

/** What needs a token, each on its own: where one cannot be reached, a notice says so, and the other is tried all the same. */
export async function deliver(delivery: Delivery, inputs: Inputs, runner: Runner): Promise<void> {
  if (!inputs.comment && !inputs.upload) return;
  const github = gitHubOf(runner.env, inputs.token);
  if (!github) {
    runner.say('notice', 'no comment and no upload: the input token is empty, or this is no run of GitHub');
    return;
  }
  if (inputs.upload) await upload(delivery, github, runner);
  if (inputs.comment) await comment(delivery, github, runner);
}

async function upload({ sarifFile }: Delivery, github: GitHub, runner: Runner): Promise<void> {
  if (sarifFile === undefined) return;
  const trouble = await uploadSarif(github, sarifFile, runner);
  if (trouble !== undefined) runner.say('notice', `no upload to code scanning: ${trouble}`);
}

async function comment({ report, markdown }: Delivery, github: GitHub, runner: Runner): Promise<void> {
  const pull = pullRequestOf(runner);
  if (!pull) {
    runner.log('no comment: this run is not about a pull request\n');
    return;
  }
  const text = { key: keyOf(runner), markdown: markdown + linkOf(runner), isClean: isClean(report) };
  const trouble = await writeComment(github, pull, text);
  if (trouble !== undefined) runner.say('notice', `no comment: ${trouble}`);
}

function linkOf({ env }: Runner): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `\n[The run](${server}/${repository}/actions/runs/${run})\n` : '';
}

/** The same for every run of a step, and different for two steps and for two rows of a matrix over what is scanned. */
function keyOf({ env }: Runner): string {
  const names = ['GITHUB_WORKFLOW', 'GITHUB_JOB', 'GITHUB_ACTION', 'INPUT_WORKING-DIRECTORY', 'INPUT_PATHS'];
  return createHash('sha256')
    .update(JSON.stringify(names.map(name => env[name] ?? '')))
    .digest('hex')
    .slice(0, 16);
}

function isClean({ gate, complete, coverage, comparison }: Report): boolean {
  const { fail, unknown } = comparison?.new ?? coverage.verdicts;
  return gate.exitCode === 0 && complete && fail === 0 && unknown === 0;
}
