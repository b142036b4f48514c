import { Ajv, type ErrorObject } from 'ajv';

import type { Finding } from '../model/finding.ts';
import { UsageError } from '../model/problem.ts';
import type { AssessedAccount, Counts, Coverage, Report } from '../model/report.ts';
import type { SourceFile } from '../model/source.ts';
import type { FindingWaiver } from '../model/waiver.ts';
import { resultSchema } from './result-schema.ts';

interface ResultEntry extends Omit<Finding, 'resource' | 'waiver'> {
  readonly resource: Omit<Finding['resource'], 'key'> & { readonly id: string };
  readonly fix?: string;
  readonly waiver: FindingWaiver | null;
}

interface ResultDocument extends Omit<Report, 'results' | 'asOf' | 'waivers' | 'coverage'> {
  readonly schemaVersion: '1';
  readonly verdicts: 'findings' | 'all';
  readonly accounts: readonly AssessedAccount[];
  readonly results: readonly ResultEntry[];
  /** A result of 0.1 has none of these. */
  readonly asOf?: Report['asOf'];
  readonly waivers?: Report['waivers'];
  readonly coverage: Omit<Coverage, 'verdicts'> & {
    readonly verdicts: Omit<Counts, 'waived'> & Partial<Counts>;
  };
}

/** Mistakes that are named of a file that is no result. */
const mistakesShown = 5;

/**
 * The report behind a file of the json format. Written with all verdicts, it gives the same text in every format as the
 * run itself; written with findings only, what passed is counted and not listed. Loads ajv: import it when it is needed.
 */
export function readResult({ path, text }: SourceFile): Report {
  const document = parse(path, text);
  const { schemaVersion: _, verdicts: __, accounts, results, ...report } = checked(path, document);
  const { fail, unknown, waived = 0, pass, notApplicable } = report.coverage.verdicts;
  const { coverage, asOf = report.run.started.slice(0, 10), waivers = [] } = report;
  return {
    ...report,
    ...(accounts.length > 0 && { accounts }),
    asOf,
    waivers,
    coverage: { ...coverage, verdicts: { fail, unknown, waived, pass, notApplicable } },
    results: results.map(findingOf),
  };
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot read ${path} as JSON: ${reason}`, {
      hint: 'plumbline scan -f json=FILE writes a result',
    });
  }
}

function checked(path: string, document: unknown): ResultDocument {
  const ajv = new Ajv({ allErrors: false, allowUnionTypes: true });
  const isResult = ajv.compile<ResultDocument>(resultSchema);
  if (!isResult(document)) {
    throw new UsageError(`${path} is not a result that this version reads`, {
      details: (isResult.errors ?? []).slice(0, mistakesShown).map(mistake),
      hint: 'it must be of the json format with schemaVersion "1": plumbline scan -f json=FILE',
    });
  }
  const disagreement = countsOf(document).find(([, counted, listed]) => counted !== listed);
  if (disagreement) {
    const [verdict, counted, listed] = disagreement;
    throw new UsageError(`${path} counts ${counted} ${verdict} and lists ${listed}`, {
      details: ['it was cut or changed after it was written, so what it says cannot be relied on'],
    });
  }
  return document;
}

function mistake({ instancePath, message, params }: ErrorObject): string {
  const allowed = 'allowedValues' in params ? `: ${JSON.stringify(params['allowedValues'])}` : '';
  return `${instancePath === '' ? '/' : instancePath} ${message ?? 'is wrong'}${allowed}`;
}

/** What the summary counts of each verdict against what is listed. */
function countsOf({ coverage, verdicts, results }: ResultDocument): [string, number, number][] {
  const { fail, unknown, waived = 0, pass, notApplicable } = coverage.verdicts;
  const listed = (verdict: string): number => results.filter(result => result.verdict === verdict).length;
  return [
    ['fail', fail, listed('fail')],
    ['unknown', unknown, listed('unknown')],
    ['waived', waived, listed('waived')],
    ['pass', verdicts === 'all' ? pass : 0, listed('pass')],
    ['not-applicable', verdicts === 'all' ? notApplicable : 0, listed('not-applicable')],
  ];
}

function findingOf(entry: ResultEntry): Finding {
  const { fix: _, waiver, resource, ...finding } = entry;
  const { id, ...reference } = resource;
  return { ...finding, resource: { key: id, ...reference }, ...(waiver && { waiver }) };
}
