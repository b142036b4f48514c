import { shippedRulePage } from '../src/cli/rule-page-link.ts';
import type { Report } from '../src/model/report.ts';
import { github as annotations } from '../src/report/github.ts';
import { markdown } from '../src/report/markdown.ts';
import { reportDefaults } from '../src/report/options.ts';
import { deliver } from './deliver.ts';
import { readInputs, type Inputs } from './inputs.ts';
import { outputsOf } from './outputs.ts';
import type { Runner } from './runner.ts';
import { scan } from './scan.ts';

/** GitHub drops a summary of more than a mebibyte; other steps of the job want room too. */
const summaryLimit = 900 * 1024;
/** A comment holds 65,536 characters, the marker and the link among them. */
const commentLimit = 60_000;

/**
 * The whole action: scan, then tell each destination, then end with the verdict. A destination that cannot be reached is a
 * notice and nothing else; it never changes the verdict.
 */
export async function act(runner: Runner): Promise<number> {
  const inputs = readInputs(runner.env);
  const scanned = await scan(inputs, runner);
  const { report, exitCode, errors, sarifFile } = scanned;
  for (const [name, value] of outputsOf(scanned)) runner.output(name, value);
  if (!report) {
    runner.say('error', errors.trim() || `plumbline ended with exit code ${exitCode}`);
    return exitCode;
  }
  tell(report, inputs, runner);
  const text = markdown(report, { ...options, markdownLimit: commentLimit });
  await deliver({ report, markdown: text, ...(sarifFile !== undefined && { sarifFile }) }, inputs, runner);
  return exitCode;
}

const options = { ...reportDefaults, rulePage: shippedRulePage };

function tell(report: Report, inputs: Inputs, runner: Runner): void {
  if (inputs.annotations) runner.log(annotations(report, options));
  if (inputs.summary) runner.summarize(markdown(report, { ...options, markdownLimit: summaryLimit }));
}
