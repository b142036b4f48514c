import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseHclExpression, parseHclTemplate } from '../../src/syntax/hcl/parse-embedded.ts';
import { parseHcl } from '../../src/syntax/hcl/parse-hcl.ts';
import { hclCases, hclTokens } from '../syntax/hcl/hcl-texts.ts';
import { mutatedTexts } from '../syntax/mutated-texts.ts';
import { askReference, hasGo } from './hcl-reference.ts';
import type { ReferenceAnswer, ReferenceRequest } from './hcl-reference.ts';
import { bodyTree, commentTrees, expressionTree } from './hcl-tree.ts';

/** What differs between the reference and us; `undefined` when nothing does. */
function difference({ mode, text }: ReferenceRequest, theirs: ReferenceAnswer): unknown {
  const ours = mode === 'file' ? fileAnswer(text) : expressionAnswer(mode, text);
  if (!theirs.ok) return ours.ok ? { text, refused: theirs.problem } : undefined;
  if (!ours.ok) return { text, problem: ours.problem };
  const same = (key: 'tree' | 'comments'): boolean =>
    JSON.stringify(ours[key]) === JSON.stringify(theirs[key]);
  return same('tree') && (mode !== 'file' || same('comments')) ? undefined : { text, ours, theirs };
}

function fileAnswer(text: string): ReferenceAnswer {
  const document = parseHcl({ path: 'main.tf', text });
  if (!document.ok) return { ok: false, problem: document.problems.map(({ message }) => message).join('; ') };
  const comments = commentTrees(document.comments, text);
  return { ok: true, tree: bodyTree(document.body, text), ...(document.comments.length > 0 && { comments }) };
}

function expressionAnswer(mode: 'expression' | 'template', text: string): ReferenceAnswer {
  const parse = mode === 'expression' ? parseHclExpression : parseHclTemplate;
  const parsed = parse({ file: { path: 'main.tf', text }, text });
  if (!parsed.ok) return { ok: false, problem: parsed.problem.message };
  return { ok: true, tree: expressionTree(parsed.value, text) };
}

const root = join(import.meta.dirname, '..', '..');

const filesIn = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root })
    .toSorted()
    .map(path => readFileSync(join(root, path), 'utf8'));

const corpus = filesIn('test/terraform-truth/corpus/*.tf');

const asWindows = (text: string): string => text.replaceAll('\n', '\r\n');

/** 5,000 damaged texts, the same in every run; an edit may have cut a character in two, which no file can hold. */
const mutated = fc
  .sample(mutatedTexts([...corpus, ...corpus.slice(0, 4).map(asWindows)], hclTokens), {
    numRuns: 5000,
    seed: 20,
  })
  .map(text => text.toWellFormed());

const inMode =
  (mode: ReferenceRequest['mode']) =>
  (text: string): ReferenceRequest => ({ mode, text });

const requests: readonly ReferenceRequest[] = [
  ...[...corpus, ...corpus.map(asWindows), ...filesIn('fixtures/**/*.tf'), ...hclCases, ...mutated].map(
    inMode('file'),
  ),
  ...hclCases.map(inMode('template')),
  ...hclCases.map(text => text.replace(/^a = /, '')).map(inMode('expression')),
  ...mutated.slice(0, 500).map(inMode('template')),
];

const go = hasGo();
if (!go) process.stdout.write('go is not installed: HCL was not compared with hashicorp/hcl\n');

test.skipIf(!go)('reads what hashicorp/hcl reads, to the same trees, places and comments', () => {
  const answers = askReference(requests);
  expect(answers).toHaveLength(requests.length);
  expect(
    requests.flatMap((request, i) => {
      const answer = answers[i];
      return answer ? (difference(request, answer) ?? []) : [];
    }),
  ).toEqual([]);
});

test('the corpus holds valid files', () => {
  expect(corpus.length).toBeGreaterThan(9);
  expect(corpus.map(fileAnswer)).toEqual(corpus.map(() => expect.objectContaining({ ok: true })));
});
