import type { Span } from '../../../model/source.ts';
import { jsonOf, parsed, plainJson } from '../functions/json.ts';
import { lift } from '../functions/plain.ts';
import type { ResourceInstance } from '../module/instance.ts';
import { same } from '../terms/same.ts';
import { spread } from '../terms/spread.ts';
import { isNull, object, tuple, type DictTerm, type ListTerm, type Term } from '../terms/term.ts';
import { lostIn } from '../terms/unknown.ts';
import { statementOf } from './policy-statement.ts';

/**
 * The JSON text that a data source `aws_iam_policy_document` gives
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document): the statements of
 * its sources, its own, and those that override them by `Sid`.
 */
export function policyDocument(instance: ResourceInstance, at: Span): Term {
  const sources = documents(instance, 'source_policy_documents', 'source_json');
  const overrides = documents(instance, 'override_policy_documents', 'override_json');
  const own = instance.block.item.blocks.some(
    ({ block }) => block.type === 'statement' || block.type === 'dynamic',
  )
    ? instance.blocks('statement')
    : tuple([], at);
  return spread([...sources, own, ...overrides], at, parts => {
    const merged: Statements = { list: [], rest: undefined, earlier: 0 };
    for (const source of parts.slice(0, sources.length)) addDocument(merged, source, at);
    addBlocks(merged, parts[sources.length], at);
    for (const override of parts.slice(sources.length + 1)) addDocument(merged, override, at);
    return jsonOf(documentOf(instance, merged, at), at);
  });
}

function documents(instance: ResourceInstance, list: string, single: string): readonly Term[] {
  const one = instance.written(single);
  const all = instance.written(list);
  const items = all?.kind === 'list' ? [...all.items, ...(all.rest ? [all.rest] : [])] : all ? [all] : [];
  return [...(one ? [one] : []), ...items].filter(term => !isNull(term) && !isEmpty(term));
}

const isEmpty = (term: Term): boolean => term.kind === 'known' && term.value === '';

function documentOf(instance: ResourceInstance, { list, rest }: Statements, at: Span): DictTerm {
  const written = (name: string): Term | undefined => {
    const term = instance.written(name);
    return term && !isNull(term) ? term : undefined;
  };
  const id = written('policy_id');
  const statements: ListTerm = { ...tuple(list, at), ...(rest && { rest }) };
  const entries: [string, Term][] = [
    ...(id ? [['Id', id] satisfies [string, Term]] : []),
    ['Statement', statements],
    ['Version', written('version') ?? { kind: 'known', value: '2012-10-17', at }],
  ];
  return object(new Map(entries), at);
}

/** Statements in order; one with the `Sid` of an earlier document's takes its place. */
interface Statements {
  readonly list: Term[];
  rest: ListTerm['rest'];
  /** How many statements are of earlier documents. */
  earlier: number;
}

function addBlocks(to: Statements, blocks: Term | undefined, at: Span): void {
  to.earlier = to.list.length;
  if (!blocks) return;
  if (blocks.kind !== 'list' || blocks.rest) addUnknown(to, 'the statements', blocks, at);
  if (blocks.kind !== 'list') return;
  for (const block of blocks.items) add(to, block.kind === 'dict' ? statementOf(block, at) : block, at);
}

function addDocument(to: Statements, document: Term, at: Span): void {
  to.earlier = to.list.length;
  const content =
    document.kind === 'known' ? lift(plainJson(parsed(String(document.value))), { at }) : undefined;
  const statements = content?.kind === 'dict' ? content.entries.get('Statement') : undefined;
  if (!statements) addUnknown(to, 'the statements of another policy document', document, at);
  else if (statements.kind === 'list') for (const statement of statements.items) add(to, statement, at);
  else add(to, statements, at);
}

/** A document that is not known may hold any statements, and take the place of all that have a `Sid`. */
function addUnknown(to: Statements, what: string, term: Term, at: Span): void {
  to.rest = lostIn(what, term, at);
  replaceTwins(to, to.rest, undefined);
}

function add(to: Statements, statement: Term, at: Span): void {
  if (statement.kind !== 'dict') {
    addUnknown(to, 'a statement', statement, at);
    return;
  }
  const sid = statement.entries.get('Sid');
  if (!sid || !replaceTwins(to, sid, statement)) to.list.push(statement);
}

/** Puts a statement in the place of the one with its `Sid`; of those that may have it, it is not known that they stay. */
function replaceTwins(to: Statements, sid: Term, by: Term | undefined): boolean {
  let isReplaced = false;
  for (const [index, before] of to.list.slice(0, to.earlier).entries()) {
    const own = before.kind === 'dict' ? before.entries.get('Sid') : undefined;
    const isTwin = own && same(own, sid);
    if (own && isTwin === undefined) to.list[index] = lostIn('a statement that may be replaced', sid, sid.at);
    if (!by || isTwin !== true) continue;
    to.list[index] = by;
    isReplaced = true;
  }
  return isReplaced;
}
