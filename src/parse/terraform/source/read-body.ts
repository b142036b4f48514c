import type { SourceFile } from '../../../model/source.ts';
import type { Body } from '../../../syntax/hcl/ast.ts';
import { parseHcl } from '../../../syntax/hcl/parse-hcl.ts';
import { readJson } from '../../../syntax/json.ts';
import type { SyntaxProblem } from '../../../syntax/node.ts';
import { bodyOfJson } from './json-body.ts';

/** What a file says, and what is wrong with it. */
export function readBody(file: SourceFile): {
  readonly body: Body;
  readonly problems: readonly SyntaxProblem[];
} {
  if (!file.path.endsWith('.json')) {
    const document = parseHcl(file);
    return { body: document.body, problems: document.ok ? [] : document.problems };
  }
  const document = readJson(file);
  if (!document.ok)
    return { body: { start: 0, end: 0, attributes: [], blocks: [] }, problems: document.problems };
  return bodyOfJson(document.root, file);
}
