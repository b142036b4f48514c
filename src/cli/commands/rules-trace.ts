import { findRule } from '../../catalog/find-rule.ts';
import { UsageError } from '../../model/problem.ts';
import type { Style } from '../../report/text/style.ts';
import type { Trace } from '../../scan/request.ts';
import { textOf } from '../answers.ts';
import { displayFor } from '../display.ts';
import type { Handler } from '../io.ts';
import { proseStyle } from '../paragraphs.ts';
import { readLines } from '../read-lines.ts';
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
  const style = proseStyle(displayFor(io.stdout, options, io.env));
  io.stdout.write(
    bySubject(traces)
      .map(group => traceText(group, style))
      .join('\n'),
  );
  return 0;
};

interface Group {
  readonly subject: Trace['finding'];
  readonly reads: Trace['reads'];
  readonly findings: readonly Trace['finding'][];
}

/** What a rule read of a subject stands once, before all that it says of it. */
function bySubject(traces: readonly Trace[]): readonly Group[] {
  const groups = new Map<Trace['reads'], Group>();
  for (const { finding, reads } of traces) {
    const findings = groups.get(reads)?.findings ?? [];
    groups.set(reads, { subject: finding, reads, findings: [...findings, finding] });
  }
  return [...groups.values()];
}

function traceText({ subject: { resource }, reads, findings }: Group, style: Style): string {
  const { name } = style;
  const lines = [
    `${name(resource.name)}  ${name(resource.type)}  ${name(resource.key)}`,
    ...readLines(reads, style).map(line => `  ${line}`),
    ...findings.flatMap(finding => outcomeLines(finding, style)),
  ];
  return lines.map(line => `${line}\n`).join('');
}

const outcomeLines = (
  { verdict, cause, message, chain }: Trace['finding'],
  { prose, signs }: Style,
): readonly string[] => [
  `  ${signs.to} ${verdict}${cause === undefined ? '' : ` (${cause})`}: ${prose(message)}`,
  ...chain.map(link => `      ${prose(link)}`),
];
