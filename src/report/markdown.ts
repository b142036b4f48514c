import type { Report } from '../model/report.ts';
import { accountCounts } from './account-words.ts';
import { comparisonWords } from './gate-words.ts';
import type { Block } from './markdown/block.ts';
import { failureBlocks, otherBlocks, unknownBlocks } from './markdown/findings.ts';
import { decisionBlocks, settledBlocks } from './markdown/gate.ts';
import { notConfiguredBlock, problemBlock } from './markdown/problems.ts';
import type { Reporter, ReportOptions } from './options.ts';
import {
  coverageWords,
  gateWords,
  leftOutWords,
  notCreatedWords,
  notHere,
  scopeWords,
  skippedWords,
  verdictWords,
} from './summary.ts';
import { markdownProse } from './text/markdown.ts';

/** Bytes kept for saying what was left out. */
const reserve = 1000;

/** For a comment on a pull request or the summary of a job: as much as fits, the most important first, and what does not. */
export const markdown: Reporter = (report, options) => {
  const blocks = [
    ...problemBlock(report.problems),
    ...failureBlocks(report, options),
    ...unknownBlocks(report),
    ...decisionBlocks(report),
    ...notConfiguredBlock(report.notConfigured),
    ...settledBlocks(report),
    ...(options.verdicts === 'all' ? otherBlocks(report) : []),
  ];
  return `${fill(heading(report, options), blocks, options.markdownLimit - reserve).join('\n\n')}\n`;
};

/** The blocks that fit, and a line that counts what the others list. */
function fill(start: string, blocks: readonly Block[], limit: number): string[] {
  const texts = [start];
  const missing = new Map<string, number>();
  let room = limit - bytes(start);
  for (const { what, text, listed, total } of blocks) {
    const size = bytes(text) + 2;
    const isIn = size <= room;
    if (isIn) texts.push(text);
    if (isIn) room -= size;
    missing.set(what, (missing.get(what) ?? 0) + total - (isIn ? listed : 0));
  }
  return [...texts, ...leftOut(missing)];
}

function heading(report: Report, { verdicts }: ReportOptions): string {
  const { settings, outcome, reason } = gateWords(report);
  const skipped = skippedWords(report.inputs).slice(0, 5).join(', ');
  const unseen = leftOutWords(report).join(', ');
  const notCreated = notCreatedWords(report).slice(0, 5).join(', ');
  return [
    `## ${markdownProse(`${report.tool.name}: ${outcome}`)}`,
    '',
    `- **${verdictWords(report).join(', ')}**`,
    ...comparisonWords(report).map(words => `- ${markdownProse(words)}`),
    `- ${coverageWords(report)}${report.complete ? '' : '; **incomplete**: some of it was not assessed'}`,
    ...accountLines(report),
    `- ${scopeWords(report).join(', ')}${skipped === '' ? '' : `; skipped: ${markdownProse(skipped)}`}`,
    ...(unseen === '' ? [] : [`- left out: ${markdownProse(unseen)}`]),
    ...(notCreated === '' ? [] : [`- not created: ${markdownProse(notCreated)}`]),
    `- gate: ${markdownProse(settings)}: ${markdownProse(reason)}`,
    ...(verdicts === 'all' ? notHere(report).map(note => `- ${note}`) : []),
  ].join('\n');
}

function accountLines({ accounts = [] }: Report): string[] {
  const counts = accountCounts(accounts);
  return counts === undefined ? [] : [`- ${markdownProse(counts)}`];
}

function leftOut(missing: ReadonlyMap<string, number>): string[] {
  const counts = [...missing].filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`);
  if (counts.length === 0) return [];
  return [`**Left out here for its length: ${counts.join(', ')}.** The json format lists everything.`];
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;
