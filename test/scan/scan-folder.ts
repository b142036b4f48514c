import { join } from 'node:path';

import { loadFacts } from '../../src/catalog/facts.ts';
import { packageFolder } from '../../src/catalog/package-folder.ts';
import { loadRules } from '../../src/catalog/rules.ts';
import { loadTypes } from '../../src/catalog/types.ts';
import { UsageError } from '../../src/model/problem.ts';
import type { Report } from '../../src/model/report.ts';
import type { ParameterValue, Rule } from '../../src/model/rule.ts';
import { resolveTargets } from '../../src/scan/inputs/root.ts';
import type { ScanRequest } from '../../src/scan/request.ts';
import { scan } from '../../src/scan/scan.ts';

const types = loadTypes(join(packageFolder, 'types'));
const facts = loadFacts(join(packageFolder, 'facts'));
const shipped = { path: join(packageFolder, 'rules'), name: 'rules', trusted: false };
const { rules } = await loadRules([shipped], types);

const required: Readonly<Record<string, ParameterValue>> = {
  string: 'approved',
  int: 1,
  double: 1,
  bool: true,
  'list<string>': ['approved', 'eu-central-1'],
};

function parametersOf({ params }: Rule): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, { type, default: preset }]) => [name, preset ?? required[type] ?? {}]),
  );
}

const applied = rules.map(rule => ({ rule, severity: rule.severity, parameters: parametersOf(rule) }));

/** Enough to look into properties, documents and links, where all rules would take their time. */
export const fewRules = applied.filter(({ rule: { id } }) =>
  [
    'bedrock/agent-approved-model',
    'bedrock/guardrail-version-pinned',
    'cost/required-tags',
    'iam/model-invocation-scoped',
    'network/bedrock-callers-private',
    's3/log-archive-locked',
  ].includes(id),
);

/** What a run with every shipped rule is asked for. */
export function requestOf(
  cwd: string,
  args: readonly string[] = [],
  more: Partial<ScanRequest> = {},
): ScanRequest {
  return {
    tool: { name: 'plumbline', version: '0.0.0' },
    ruleset: { digest: '', policies: [] },
    ...resolveTargets(cwd, args),
    inputs: { include: [], exclude: [] },
    allowEmpty: false,
    rules: applied,
    notConfigured: [],
    placement: {},
    placements: [],
    templateParameters: [],
    gate: { failOn: 'none', unknown: 'ignore', requireComplete: false, exitZero: false },
    lineHashes: true,
    listsAll: true,
    types,
    facts,
    ...more,
  };
}

/** One run over a folder; nothing when there was nothing to scan. Whatever else is thrown is a crash. */
export async function scanFolder(
  cwd: string,
  args: readonly string[] = [],
  more: Partial<ScanRequest> = {},
): Promise<Report | undefined> {
  try {
    return await scan(requestOf(cwd, args, more));
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
