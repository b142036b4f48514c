import type { PolicyFile } from '../catalog/policy-file.ts';
import type { ResolvedRule } from '../catalog/resolve-policy.ts';
import type { Finding } from '../model/finding.ts';
import { findingBlock } from '../report/terminal/finding-block.ts';
import { severityColor, type Style } from '../report/text/style.ts';
import type { Read } from '../scan/request.ts';
import { columns } from './columns.ts';
import { fixText } from './explain-rule.ts';
import { block, paragraph } from './paragraphs.ts';
import { parameterLines, shownParameters } from './parameters.ts';
import { readLines } from './read-lines.ts';

/** One verdict with what it stands on: the place, the way to what is missing, the parameters that counted, the fix. */
export function findingText(
  finding: Finding,
  {
    resolved,
    policies,
    reads,
  }: {
    readonly resolved: ResolvedRule;
    readonly policies: readonly PolicyFile[];
    readonly reads: readonly Read[];
  },
  style: Style,
): string {
  const { rule } = resolved;
  const parameters = shownParameters([resolved], { policies });
  const isGood = finding.verdict === 'pass' || finding.verdict === 'not-applicable';
  return [
    headline(finding, style),
    `${findingBlock(finding, style).join('\n')}\n`,
    block('Values read', readLines(reads, style), style),
    block('Waiver', waiverLines(finding, style), style),
    block('Unknown because', finding.chain.map(style.prose), style),
    paragraph('Why it matters', rule.why, style),
    block(
      'Parameters',
      parameters.flatMap(one => parameterLines({ ...one, rules: [] }, style)),
      style,
    ),
    isGood ? '' : fixText(rule.fix, style),
    block(
      'More',
      [
        `plumbline explain ${rule.id}`,
        `plumbline rules trace ${rule.id} PATH --resource ${style.name(finding.resource.name)}`,
      ],
      style,
    ),
  ]
    .filter(text => text !== '')
    .join('\n');
}

/** Who accepted it, or tried to; where, and until when. */
function waiverLines({ waiver }: Finding, { prose }: Style): readonly string[] {
  if (!waiver) return [];
  const { note, reason, owner, approver, ticket, created, where, id } = waiver;
  const fields = { ...(id !== undefined && { id }), reason, owner, approver, ticket, created, where };
  const rows = Object.entries(fields).map(([name, value]) => [name, prose(value)]);
  return [prose(note), ...columns(rows).trimEnd().split('\n')];
}

function headline(
  { id, rule, title, verdict, severity, confidence }: Finding,
  { paint, prose, signs }: Style,
): string {
  const facts = [
    verdict,
    `severity ${paint(severityColor[severity], severity)}`,
    `confidence ${confidence}`,
    `finding ${id}`,
  ];
  return `${paint('bold', rule)}  ${prose(title)}\n${facts.join(` ${signs.dot} `)}\n`;
}
