import { loadPolicies, shippedPolicies } from '../../catalog/policies.ts';
import { choiceOf } from '../answers.ts';
import { columns, json } from '../columns.ts';
import type { Handler } from '../io.ts';
import { defaultPolicy } from '../setup.ts';

/** The policies of the package. */
export const policiesListCommand: Handler = async ({ options, io }) => {
  const format = choiceOf(options, 'format', ['text', 'json']) ?? 'text';
  const names = shippedPolicies().map(name => ({ name, folder: io.cwd, where: 'package' }));
  const files = await loadPolicies(names, io.cwd);
  const policies = files.map(({ policy }) => policy).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (format === 'json') {
    io.stdout.write(json(policies.map(({ id, title, description }) => ({ id, title, description }))));
    return 0;
  }
  const rows = policies.map(({ id, title }) => [id, id === defaultPolicy ? `${title} (default)` : title]);
  io.stdout.write(columns([['POLICY', 'TITLE'], ...rows]));
  return 0;
};
