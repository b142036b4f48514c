import type { SourceFile } from '../../model/source.ts';
import { problemAt, SyntaxFailure } from '../failure.ts';
import type { SyntaxProblem } from '../node.ts';
import type { Body, Comment } from './ast.ts';
import { bodyItem, openBody } from './body.ts';
import { expression } from './expression.ts';
import { parserOf, peek, take } from './parser.ts';
import type { Parser } from './parser.ts';
import { resume } from './resume.ts';
import { scan } from './scan.ts';

/** The outcome of reading a file: its content, or what is wrong with it and what could be read all the same. */
export type HclDocument = HclFile | BrokenHclFile;

export interface HclFile {
  readonly ok: true;
  readonly file: SourceFile;
  readonly body: Body;
  readonly comments: readonly Comment[];
}

export interface BrokenHclFile {
  readonly ok: false;
  readonly file: SourceFile;
  /** In the order of the text; at most one for each block at the top of the file, and no more than 50. */
  readonly problems: readonly SyntaxProblem[];
  /** The blocks and attributes at the top of the file that are whole. */
  readonly body: Body;
  readonly comments: readonly Comment[];
}

/** Reads HCL, what hashicorp/hcl takes: a Terraform file, or one of variables. */
export function parseHcl(file: SourceFile): HclDocument {
  const parser = parserOf({ file, tokens: scan(file.text) }, expression);
  const { comments } = parser.tokens;
  const problems: SyntaxProblem[] = [];
  const body = topBody(parser, failure => {
    if (problems.length < mostProblems)
      problems.push(problemAt(file, failure.message, failure.start, failure.end));
  });
  return problems.length === 0
    ? { ok: true, file, body, comments }
    : { ok: false, file, problems, body, comments };
}

const mostProblems = 50;

function topBody(parser: Parser, report: (failure: SyntaxFailure) => void): Body {
  const into = openBody();
  for (;;) {
    take(parser, 'newline');
    if (peek(parser) === 'end') break;
    const from = parser.at;
    try {
      bodyItem(parser, into);
    } catch (error) {
      if (!(error instanceof SyntaxFailure)) throw error;
      report(error);
      resume(parser, from);
    }
  }
  return { start: 0, end: parser.file.text.length, attributes: into.attributes, blocks: into.blocks };
}
