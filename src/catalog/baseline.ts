import { existsSync, readFileSync } from 'node:fs';

import type { KnownFinding } from '../model/finding.ts';
import { UsageError } from '../model/problem.ts';
import { severities } from '../model/rule.ts';
import type { SourceFile } from '../model/source.ts';
import { rejected } from './diagnostic.ts';
import { displayPath } from './display-path.ts';
import { asBlock, choice, items, optionalTexts, text, type Located } from './fields.ts';
import { readChecked } from './read-checked.ts';

export const baselineName = 'plumbline-baseline.json';

/** What was known when a baseline was made. */
export interface Baseline {
  /** Absolute. */
  readonly path: string;
  readonly source: SourceFile;
  readonly findings: readonly KnownFinding[];
}

export async function loadBaseline(
  { path, where }: { readonly path: string; readonly where: string },
  cwd: string,
): Promise<Baseline> {
  const display = displayPath(path, cwd);
  if (!existsSync(path)) {
    throw new UsageError(`the baseline ${display} does not exist`, {
      details: [`named by ${where}`],
      hint: '`plumbline baseline create` writes one',
    });
  }
  const source = { path: display, text: readFileSync(path, 'utf8') };
  const checked = await readChecked(source, 'baseline', false);
  if (!checked.ok) throw rejected(`the baseline ${display} does not load`, checked.diagnostics);
  return { path, source, findings: items(checked.block, 'findings').map(findingOf) };
}

/** As it is written: a line a finding, sorted, so that two runs agree and a difference can be read. */
export function baselineText(findings: readonly KnownFinding[]): string {
  const lines = findings.map(finding => `    ${JSON.stringify(finding)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "schemaVersion": "1",\n  "findings": ${list}\n}\n`;
}

function findingOf(located: Located): KnownFinding {
  const block = asBlock(located);
  return {
    id: text(block, 'id'),
    rule: text(block, 'rule'),
    verdict: choice(block, 'verdict', ['fail', 'unknown']),
    severity: choice(block, 'severity', severities),
    resource: text(block, 'resource'),
    ...optionalTexts(block, ['property']),
    message: text(block, 'message'),
  };
}
