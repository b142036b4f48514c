import { type ScopeKind, scopeKinds } from '../model/resource.ts';
import { confidences, severities } from '../model/rule.ts';
import type { Assertion, Fix, Parameter, Rule, Snippet } from '../model/rule.ts';
import { snippetOf } from '../syntax/snippet.ts';
import {
  asBlock,
  asData,
  asScalar,
  asText,
  choice,
  entries,
  field,
  flag,
  items,
  optionalNumber,
  optionalTexts,
  text,
  texts,
  type Block,
  type Located,
} from './fields.ts';

/** A rule as its file says it; `types` is what its `for` stands for. */
export function ruleOf(block: Block, types: readonly string[]): Rule {
  const where = field(block, 'where');
  const scope = field(block, 'scope');
  return {
    id: text(block, 'id'),
    title: text(block, 'title'),
    severity: choice(block, 'severity', severities),
    confidence: choice(block, 'confidence', confidences),
    subject: scope ? { kind: 'scope', scope: scopeOf(block) } : { kind: 'resource', types },
    params: Object.fromEntries(entries(block, 'params').map(({ key, value }) => [key, parameterOf(value)])),
    let: namedSnippets(block, 'let'),
    each: namedSnippets(block, 'each'),
    ...(where && { where: snippet(where) }),
    assert: items(block, 'assert').map(assertionOf),
    why: text(block, 'why').trim(),
    fix: fixOf(asBlock(field(block, 'fix') ?? block)),
    themes: texts(block, 'themes'),
    aka: Object.fromEntries(entries(block, 'aka').map(({ key }) => [key, texts(inner(block, 'aka'), key)])),
    references: texts(block, 'references'),
    since: text(block, 'since'),
    ...(field(block, 'stage') && { stage: 'preview' as const }),
    aliases: texts(block, 'aliases'),
    at: { kind: 'span', file: block.file, start: block.node.start, end: block.node.end },
  };
}

const scopeOf = (block: Block): ScopeKind => choice(block, 'scope', scopeKinds);

function parameterOf(located: Located): Parameter {
  const block = asBlock(located);
  const fallback = field(block, 'default');
  const values = field(block, 'values');
  const min = optionalNumber(block, 'min');
  const max = optionalNumber(block, 'max');
  return {
    type: text(block, 'type'),
    description: text(block, 'description').trim(),
    required: flag(block, 'required', false),
    ...(fallback && { default: asData(fallback) }),
    ...(values && { values: texts(block, 'values') }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}

function assertionOf(located: Located): Assertion {
  const block = asBlock(located);
  const at = field(block, 'at');
  const related = items(block, 'related').map(snippet);
  return {
    expr: snippet(field(block, 'expr') ?? located),
    message: snippet(field(block, 'message') ?? located),
    ...(at && { at: snippet(at) }),
    ...(related.length > 0 && { related }),
  };
}

function fixOf(block: Block): Fix {
  return {
    summary: text(block, 'summary').trim(),
    ...optionalTexts(block, ['cloudformation', 'terraform', 'cli']),
  };
}

const namedSnippets = (block: Block, key: string): readonly { name: string; expr: Snippet }[] =>
  entries(block, key).map(({ key: name, value }) => ({ name, expr: snippet(value) }));

function snippet(located: Located): Snippet {
  asText(located);
  return snippetOf(located.file, asScalar(located).node);
}

const inner = (block: Block, key: string): Block => asBlock(field(block, key) ?? block);
