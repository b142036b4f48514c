import type { CST, Document as Parsed } from 'yaml';

import type { SourceFile } from '../../model/source.ts';
import { attempt, maxDepth, problemAt, refuse, tooDeep } from '../failure.ts';
import { unifyLineBreaks } from '../line-breaks.ts';
import type { Document, SyntaxProblem } from '../node.ts';
import { lenientLexer } from './lenient-lexer.ts';
import { yamlLibrary } from './load.ts';
import { treeOf } from './tree.ts';

/** The library needs some 50 bytes of memory for each character. */
const maxLength = 2_000_000;

/** Tokens that are open at once: the document, collections and a scalar. */
const maxOpen = maxDepth + 3;

const maxProblems = 5;

/** Reads any YAML there is, and says what is wrong with what is none. Slow beside the reader for plain templates. */
export function readWithLibrary(file: SourceFile): Document {
  const text = unifyLineBreaks(file.text);
  if (text.length > maxLength)
    return refuse(file, `Longer than ${maxLength} characters, with YAML beyond what is usual in templates`);
  return attempt(file, () => documentOf(file, text));
}

function documentOf(file: SourceFile, text: string): Document {
  const documents = compose(text);
  const problems = documents.flatMap(document => errorsOf(file, document));
  if (problems.length > 0) return { ok: false, file, problems: problems.slice(0, maxProblems) };
  const [first, second] = documents;
  if (second) return refuse(file, 'A second YAML document starts here; one is expected', second.range[0]);
  return first ? treeOf(file, text, first) : refuse(file, 'The document is empty');
}

function compose(text: string): readonly Parsed.Parsed[] {
  const composer = new (yamlLibrary().Composer)({
    schema: 'failsafe',
    logLevel: 'silent',
    strict: false,
    uniqueKeys: false,
  });
  // The library makes an error object for each of what can be a million errors; their stacks take 20 times as long.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return [...composer.compose(tokensOf(text), true, text.length)];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new (yamlLibrary().Parser)();
  for (const lexeme of lenientLexer().lex(text)) {
    yield* parser.next(lexeme);
    // What the library composes from these tokens it composes by recursion.
    if (parser.stack.length > maxOpen) throw tooDeep(parser.offset);
  }
  yield* parser.end();
}

function errorsOf(file: SourceFile, { errors }: Parsed.Parsed): SyntaxProblem[] {
  return errors
    .toSorted((one, other) => one.pos[0] - other.pos[0])
    .slice(0, maxProblems)
    .map(({ message, pos: [start, end] }) =>
      problemAt(file, message, Math.min(start, file.text.length), Math.min(end, file.text.length)),
    );
}
