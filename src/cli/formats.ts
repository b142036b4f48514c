import type { reporters } from '../report/index.ts';

type Reporters = typeof reporters;
export type Format = keyof Reporters;

/** What each format of the registry is for; help and completion read it, and the compiler misses none. */
export const formatSummaries = {
  terminal: 'for people; the default',
  compact: 'one line a finding: path:line:col: severity rule verdict message',
  csv: 'for a spreadsheet: one row a finding',
  github: 'for the log of a GitHub workflow: annotations and the summary',
  gitlab: 'for GitLab: Code Quality',
  'gitlab-sast': 'for GitLab: SAST report, schema 15.2.1',
  json: 'everything, for programs; schemas/result.schema.json',
  junit: 'for what shows test results: Jenkins, Azure, GitLab',
  markdown: 'for a job summary or a comment',
  sarif: 'for code scanning: SARIF 2.1.0',
} as const satisfies Readonly<Record<Format, string>>;

/** Without loading a single reporter. */
export const formatNames = Object.keys(formatSummaries).filter(isFormat);

function isFormat(name: string): name is Format {
  return name in formatSummaries;
}

export async function loadReporters(): Promise<Reporters> {
  return (await import('../report/index.ts')).reporters;
}
