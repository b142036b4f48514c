import type { Report } from '../model/report.ts';
import type { AzurePipeline } from './sarif/azure.ts';

export const sarifProfiles = ['github', 'azure', 'full'] as const;

/** How a report is to be written. Each format takes what concerns it. */
export interface ReportOptions {
  /** Colours, in terminal. They only repeat what signs and words say. */
  readonly color: boolean;
  /** Columns to wrap at, in terminal; `Infinity` when nobody watches: then nothing is wrapped or left out. */
  readonly width: number;
  /** Nothing outside ASCII, in terminal and compact: other characters are written as `\u{…}`. */
  readonly ascii: boolean;
  /** Findings, problems and the gate line alone, in terminal and compact. */
  readonly quiet: boolean;
  /** `all` adds what passed and what did not apply; in sarif only to the full profile, as GitHub makes alerts of them. */
  readonly verdicts: 'findings' | 'all';
  /** `github` is what code scanning takes and shows; `azure` the same for Azure DevOps; `full` is all that SARIF can say. */
  readonly sarifProfile: (typeof sarifProfiles)[number];
  /** The most results in the github profile. GitHub shows 5,000 and refuses a file of more than 25,000. */
  readonly sarifLimit: number;
  /** Tells analyses of one commit apart, in sarif. It overrides the category of GitHub's upload action. */
  readonly sarifCategory?: string;
  /** The run of Azure Pipelines that the azure profile speaks of. */
  readonly azurePipeline?: AzurePipeline;
  /** The most UTF-8 bytes of markdown. A comment on GitHub holds 65,536 characters. */
  readonly markdownLimit: number;
  /** The tool's home page. */
  readonly toolUrl: string;
  /** The page of a rule; nothing for a rule that has none, such as a user's own. */
  readonly rulePage: (rule: string) => string | undefined;
}

/** Whole text of one format. Pure: the same report and options give the same bytes. */
export type Reporter = (report: Report, options: ReportOptions) => string;

const toolUrl = 'https://github.com/plumbline-dev/plumbline';

/** For a file or a pipe. */
export const reportDefaults: ReportOptions = {
  color: false,
  width: Infinity,
  ascii: false,
  quiet: false,
  verdicts: 'findings',
  sarifProfile: 'github',
  sarifLimit: 5000,
  markdownLimit: 64_000,
  toolUrl,
  rulePage: rule => `${toolUrl}/blob/main/rules/${encodeURI(rule.toWellFormed())}/README.md`,
};
