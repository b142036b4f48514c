import type { SourceFile } from '../../../model/source.ts';
import type { Body } from '../../../syntax/hcl/ast.ts';
import { parseHclJson } from '../../../syntax/hcl/json-body.ts';
import { parseHcl } from '../../../syntax/hcl/parse-hcl.ts';
import type { SyntaxProblem } from '../../../syntax/node.ts';

/** What a file says, and what is wrong with it. */
export function readBody(file: SourceFile): {
  readonly body: Body;
  readonly problems: readonly SyntaxProblem[];
} {
  const document = readDocument(file);
  return { body: document.body, problems: document.ok ? [] : document.problems };
}

function readDocument(file: SourceFile) {
  if (!file.path.endsWith('.json')) return parseHcl(file);
  return parseHclJson(file, file.path.endsWith('.tfvars.json') ? 'values' : 'configuration');
}
