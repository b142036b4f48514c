import { placeOf, type Diagnostic } from '../../catalog/diagnostic.ts';
import { counted } from '../counted.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Handler } from '../io.ts';
import { ruleSources } from '../rule-sources.ts';

/** Loads rules with every check and type-checks their expressions. Every mistake is one line that says where it is. */
export const rulesCheckCommand: Handler = async ({ args, io }) => {
  const sources = await ruleSources(args, io);
  const { checkRules } = await import('../../scan/check-rules.ts');
  const rules = sources.rules.map(({ rule }) => rule);
  const checked = await checkRules({ ...sources, rules });
  const errors: readonly Diagnostic[] = [
    ...sources.diagnostics,
    ...checked.filter(({ severity }) => severity === 'error'),
  ];
  const warnings = checked.filter(({ severity }) => severity === 'warning');
  for (const error of errors) io.stdout.write(line('error', error));
  for (const warning of warnings) io.stdout.write(line('warning', warning));
  for (const { rule, cases } of sources.rules) {
    if (cases.length === 0) io.stdout.write(`${rule.at.file.path}:1:1: warning: the rule has no cases\n`);
  }
  io.stderr.write(`${counted(rules.length, 'rule')} checked, ${counted(errors.length, 'mistake')}\n`);
  return errors.length === 0 ? exitCodes.ok : exitCodes.usage;
};

/** As editors read it: `path:line:column: error: message (hint)`. */
const line = (kind: string, diagnostic: Diagnostic): string =>
  `${placeOf(diagnostic)}: ${kind}: ${diagnostic.message}${diagnostic.hint === undefined ? '' : ` (${diagnostic.hint})`}\n`;
