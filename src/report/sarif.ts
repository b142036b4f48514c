import type { Invocation, Log, Result, Run } from 'sarif';

import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { ReportOptions } from './options.ts';
import { sortFindings } from './order.ts';
import { inPieces } from './pieces.ts';
import { azureDetails } from './sarif/azure.ts';
import {
  gateNotifications,
  leftOutNotification,
  notConfiguredNotifications,
  notificationDescriptors,
  problemNotifications,
  unknownNotifications,
} from './sarif/notifications.ts';
import { resultsOf } from './sarif/results.ts';
import { type Rules, rulesOf } from './sarif/rules.ts';
import { themesOf, themesTaxonomy } from './sarif/themes.ts';
import { countEach, notHere } from './summary.ts';
import { jsonPieces } from './text/json-pieces.ts';

/** Over this many GitHub refuses the whole file. */
const hardLimit = 25_000;

/**
 * SARIF 2.1.0, one run.
 *
 * GitHub code scanning makes an open alert of every result, whatever its `kind`, refuses results without a file, and
 * shows 5,000. So its profile holds failures in files alone, the most severe of them; what is unknown, waived, live or over the
 * limit is told in notifications and counted in `run.properties`. The full profile holds everything by its kind.
 */
export const sarif = inPieces(function* (report, options) {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(report, options)],
  } satisfies Omit<Log, 'runs'> & { readonly runs: readonly GrowingRun[] };
  yield* jsonPieces(log, levelOfResults);
  yield '\n';
});

/** In the log, its runs and the one run of these. */
const levelOfResults = 4;

/** A run of which the results are made while they are written. */
interface GrowingRun extends Omit<Run, 'results'> {
  readonly results: Iterable<Result>;
}

function runOf(report: Report, options: ReportOptions): GrowingRun {
  const full = options.sarifProfile === 'full';
  const themes = full ? themesOf(report.rules) : [];
  const rules = rulesOf(report, options, themes);
  const parts = full ? wholeOf(report, options) : partsForGithub(report, options);
  const { name, version } = report.tool;
  return {
    tool: {
      driver: {
        name,
        fullName: `${name} ${version}`,
        version,
        informationUri: options.toolUrl,
        rules: rules.descriptors,
        notifications: [...notificationDescriptors],
        ...(themes.length > 0 ? { supportedTaxonomies: [{ name: 'plumbline-themes', index: 0 }] } : {}),
      },
    },
    ...automationOf(options),
    columnKind: 'utf16CodeUnits',
    ...(themes.length > 0 ? { taxonomies: [themesTaxonomy(themes, report.tool)] } : {}),
    invocations: [invocationOf(report, parts, rules)],
    results: resultsOf(parts.results, rules, { full, compared: full && report.comparison !== undefined }),
    properties: propertiesOf(report, parts),
  };
}

/** Everything up to the last slash is the category. */
function automationOf({ sarifCategory, azurePipeline }: ReportOptions): Pick<Run, 'automationDetails'> {
  if (azurePipeline) return { automationDetails: azureDetails(azurePipeline) };
  return sarifCategory === undefined ? {} : { automationDetails: { id: `${sarifCategory}/` } };
}

/** What becomes a result, what is told in a notification, and what is only counted. */
interface Parts {
  readonly results: readonly Finding[];
  readonly notified: readonly Finding[];
  readonly waived: number;
  readonly live: number;
  readonly overLimit: number;
  readonly notNotified: number;
}

function partsForGithub({ results }: Report, { sarifLimit }: ReportOptions): Parts {
  const limit = Math.min(sarifLimit, hardLimit);
  const failures = results.filter(({ verdict }) => verdict === 'fail');
  const inFiles = sortFindings(failures.filter(({ location }) => location !== undefined));
  const unknown = sortFindings(results.filter(({ verdict }) => verdict === 'unknown'));
  return {
    results: inFiles.slice(0, limit),
    notified: unknown.slice(0, limit),
    waived: results.filter(({ verdict }) => verdict === 'waived').length,
    live: failures.length - inFiles.length,
    overLimit: Math.max(0, inFiles.length - limit),
    notNotified: Math.max(0, unknown.length - limit),
  };
}

function wholeOf({ results }: Report, { verdicts }: ReportOptions): Parts {
  const isListed = ({ verdict }: Finding): boolean =>
    verdicts === 'all' || (verdict !== 'pass' && verdict !== 'not-applicable');
  return {
    results: sortFindings(results.filter(isListed)),
    notified: [],
    waived: 0,
    live: 0,
    overLimit: 0,
    notNotified: 0,
  };
}

/**
 * GitHub refuses the analysis of an unsuccessful execution and keeps the alerts it has. That is right when a file could
 * not be read at all, whose alerts would be closed otherwise, and wrong for anything less.
 */
function invocationOf(report: Report, parts: Parts, rules: Rules): Invocation {
  const { problems, gate, run, notConfigured } = report;
  const start = Date.parse(run.started);
  const times = Number.isNaN(start)
    ? {}
    : {
        startTimeUtc: new Date(start).toISOString(),
        endTimeUtc: new Date(start + run.seconds * 1000).toISOString(),
      };
  return {
    executionSuccessful: !problems.some(({ fatal }) => fatal),
    exitCode: gate.exitCode,
    exitCodeDescription: gate.reason.toWellFormed(),
    ...times,
    toolConfigurationNotifications: [
      ...notConfiguredNotifications(notConfigured),
      ...gateNotifications(report),
    ],
    toolExecutionNotifications: [
      ...problemNotifications(problems),
      ...unknownNotifications(parts.notified, rules),
      ...leftOutNotification('Failures that a waiver accepts', parts.waived),
      ...leftOutNotification('Live failures that have no file to point at', parts.live),
      ...leftOutNotification('The least severe failures, over the limit of this file', parts.overLimit),
      ...leftOutNotification(
        'Unknown verdicts that are counted in the properties of the run',
        parts.notNotified,
      ),
    ],
  };
}

function propertiesOf(report: Report, { results, waived, live, overLimit }: Parts): Run['properties'] {
  const { complete, coverage, ruleset, comparison, results: all } = report;
  const unknown = all.filter(({ verdict }) => verdict === 'unknown');
  return {
    complete,
    coverage,
    ruleset,
    unknownByCause: Object.fromEntries(countEach(unknown.map(({ cause }) => cause ?? 'unresolved-value'))),
    listed: results.length,
    leftOut: { waived, live, overLimit },
    ...(comparison === undefined
      ? {}
      : {
          comparison: {
            ...comparison,
            fixed: comparison.fixed.length,
            notAssessed: comparison.notAssessed.length,
          },
        }),
    notes: notHere(report),
  };
}
