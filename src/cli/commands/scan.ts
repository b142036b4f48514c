import type { Report } from '../../model/report.ts';
import { reportDefaults, type ReportOptions } from '../../report/options.ts';
import { piecesOf } from '../../report/pieces.ts';
import type { ScanRequest } from '../../scan/request.ts';
import { choiceOf, flagOf, textsOf } from '../answers.ts';
import { displayFor } from '../display.ts';
import { formatNames, loadReporters, type Format } from '../formats.ts';
import { gated } from '../gatekeeping.ts';
import type { Answers, Handler, Io } from '../io.ts';
import { liveInput } from '../live-scan.ts';
import { outputsOf, writeOutputs } from '../output.ts';
import { sarifOptions } from '../sarif-options.ts';
import { scanRequest, selectedRules } from '../scan-request.ts';
import { setUp, type Setup } from '../setup.ts';
import { loadedText } from '../verbose.ts';
import { warningsOf } from '../warnings.ts';

/** Assesses files and writes the report in every format that was asked for. */
export const scanCommand: Handler = async ({ args, options, io }) => {
  const outputs = outputsOf(textsOf(options, 'format'), formatNames, 'terminal');
  const sarif = sarifOptions(outputs, options, io);
  const setup = await setUp(args, options, io);
  const view = { ...viewOf(setup, options, io), ...sarif };
  const { request: asked, files } = await gated(setup, scanRequest(setup, options, io), options, io);
  const request = {
    ...asked,
    lineHashes: outputs.some(({ format }) => withLineHashes.has(format)),
    listsAll: view.verdicts === 'all' || outputs.some(({ format }) => withAllVerdicts.has(format)),
  };
  if (flagOf(options, 'verbose')) io.stderr.write(loadedText(setup, request));
  io.stderr.write(warningsOf(setup, selectedRules(setup, options), { request, files }));
  const report = await assess(args, request, { options, io });
  const reporters = await loadReporters();
  const plainView = { ...view, color: false, width: Infinity };
  writeOutputs(outputs, (format, plain) => piecesOf(reporters[format], report, plain ? plainView : view), io);
  // Who sees only a format for machines, or nothing, still learns what decided.
  if (!outputs.some(({ format, file }) => file === undefined && forPeople.has(format))) {
    io.stderr.write(gateLine(report));
  }
  return report.gate.exitCode;
};

/** Assesses what the paths hold, or what AWS says now. */
async function assess(
  args: readonly string[],
  request: ScanRequest,
  { options, io }: { readonly options: Answers; readonly io: Io },
): Promise<Report> {
  const live = await liveInput(args, options, io);
  const { scan } = await import('../../scan/scan.ts');
  try {
    return await scan(live ? { ...request, paths: [live.path] } : request);
  } finally {
    live?.discard();
  }
}

const withLineHashes: ReadonlySet<Format> = new Set(['json', 'sarif']);

/** A test that passed is a test, and a rule of SARIF has the severity of its results, whatever `--verdicts` says. */
const withAllVerdicts: ReadonlySet<Format> = new Set(['junit', 'sarif']);

const forPeople: ReadonlySet<Format> = new Set(['terminal', 'compact']);

function viewOf({ own }: Setup, options: Answers, io: Io): ReportOptions {
  return {
    ...reportDefaults,
    ...displayFor(io.stdout, options, io.env),
    quiet: flagOf(options, 'quiet'),
    verdicts: choiceOf(options, 'verdicts', ['findings', 'all']) ?? reportDefaults.verdicts,
    rulePage: rule => (own.has(rule) ? undefined : reportDefaults.rulePage(rule)),
  };
}

const gateLine = ({ gate }: Report): string => `gate: ${gate.reason} (exit ${gate.exitCode})\n`;
