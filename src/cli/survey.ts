import type { WaiverFile } from '../catalog/waivers.ts';
import type { Report } from '../model/report.ts';
import type { ScanRequest } from '../scan/request.ts';
import { gated } from './gatekeeping.ts';
import type { Answers, Io } from './io.ts';
import { scanRequest } from './scan-request.ts';
import { setUp, type Setup } from './setup.ts';

/** One run for what has to know what a run would say. */
export interface Survey {
  readonly setup: Setup;
  readonly request: ScanRequest;
  readonly report: Report;
  /** The files of waivers. */
  readonly files: readonly WaiverFile[];
}

export async function survey(paths: readonly string[], options: Answers, io: Io): Promise<Survey> {
  const setup = await setUp(paths, options, io);
  const { request, files } = await gated(setup, scanRequest(setup, options, io), options, io);
  const { scan } = await import('../scan/scan.ts');
  return { setup, request, files, report: await scan({ ...request, listsAll: false }) };
}
