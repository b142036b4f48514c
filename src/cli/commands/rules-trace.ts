import { findRule } from '../../catalog/find-rule.ts';
import type { Read } from '../../evaluate/reads.ts';
import { UsageError } from '../../model/problem.ts';
import type { Trace } from '../../scan/request.ts';
import { textOf } from '../answers.ts';
import { columns } from '../columns.ts';
import type { Handler } from '../io.ts';
import { scanRequest } from '../scan-request.ts';
import { setUp } from '../setup.ts';

/** One rule over some files, with every value that it read. */
export const rulesTraceCommand: Handler = async ({ args: [id = '', ...paths], options, io }) => {
  const setup = await setUp(paths, options, io);
  const rule = findRule(setup.rules, id);
  const scan = scanRequest(setup, { ...options, rule: [rule.id] }, io);
  const [missing] = scan.notConfigured;
  if (missing) {
    const names = missing.parameters.map(({ name }) => name);
    throw new UsageError(`${rule.id} cannot run without a value for ${names.join(', ')}`, {
      hint: `--set ${names[0]}=…`,
    });
  }
  const resource = textOf(options, 'resource');
  const { traceRule } = await import('../../scan/trace-rule.ts');
  const traces = await traceRule({ scan, ...(resource !== undefined && { resource }) });
  if (traces.length === 0) {
    throw new UsageError(
      resource === undefined ? `${rule.id} looks at nothing here` : `${rule.id} looks at no ${resource} here`,
      { hint: '`plumbline scan --verdicts all` lists what there is' },
    );
  }
  io.stdout.write(traces.map(block).join('\n'));
  return 0;
};

function block({ finding, reads }: Trace): string {
  const { resource, verdict, cause, message, chain, location } = finding;
  const place = location ? `  ${location.path}:${location.line}` : '';
  const head = `${resource.name}  ${resource.type}${place}\n`;
  const outcome = `  → ${verdict}${cause === undefined ? '' : ` (${cause})`}: ${message}\n`;
  const why = chain.map(link => `      ${link}\n`).join('');
  return `${head}${columns(reads.map(row), '  ')}${outcome}${why}`;
}

const row = ({ expr, value, origin, chain }: Read): readonly string[] => [
  expr,
  value,
  [origin ?? '', ...chain].filter(Boolean).join(' ← '),
];
