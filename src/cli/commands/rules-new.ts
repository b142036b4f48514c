import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { displayPath } from '../../catalog/display-path.ts';
import { loadConfig, type Config } from '../../catalog/load-config.ts';
import { UsageError } from '../../model/problem.ts';
import { resolveTargets } from '../../scan/inputs/root.ts';
import { textOf } from '../answers.ts';
import type { Answers, Handler, Io } from '../io.ts';
import { casesTemplate, ruleTemplate } from '../rule-template.ts';
import { configChoice } from '../setup.ts';

/** Makes the folder of a new rule, with a rule and cases that load and hold. */
export const rulesNewCommand: Handler = async ({ args: [id = ''], options, io }) => {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    throw new UsageError(`${id} cannot be the id of a rule`, {
      details: ['an id is <domain>/<rule>, in small letters, digits and dashes; it names the desired state'],
      hint: 'for example acme/agent-owner',
    });
  }
  const config = await loadConfig({
    ...resolveTargets(io.cwd, []),
    cwd: io.cwd,
    ...configChoice(options),
  });
  const parent = parentFolder(config, options, io);
  const folder = join(parent, id);
  const shown = displayPath(folder, io.cwd);
  if (existsSync(folder)) throw new UsageError(`${shown} is there already; it was not touched`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'rule.yaml'), ruleTemplate(id));
  writeFileSync(join(folder, 'cases.yaml'), casesTemplate());
  io.stderr.write(nextSteps(shown, displayPath(parent, io.cwd), config, parent));
  return 0;
};

function parentFolder(config: Config, options: Answers, { cwd }: Io): string {
  const into = textOf(options, 'into');
  if (into !== undefined) return resolve(cwd, into);
  const [first] = config.rules;
  return first ? resolve(config.folder, first.name) : join(cwd, 'rules');
}

function nextSteps(shown: string, parentShown: string, config: Config, parent: string): string {
  const known = config.rules.some(({ name }) => resolve(config.folder, name) === parent);
  return `wrote ${shown}/rule.yaml and ${shown}/cases.yaml

next
  1. write the cases, then the rule
  2. plumbline rules check ${parentShown}
  3. plumbline rules test ${parentShown}
${known ? '' : `  4. add it to plumbline.yaml:  rules: [${parentShown}]\n`}`;
}
