import { regionOf } from '../model/source.ts';
import { absent } from '../model/value.ts';
import type { Dict, Known, List, Unknown, Value } from '../model/value.ts';
import { mapChanged } from './choices.ts';
import type { Reader } from './json-text.ts';

/**
 * A policy document, with what cannot be a part of one as unknown: a text where a statement belongs grants nothing that
 * anybody can say, and neither does a list where the document belongs.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicy(value: Known | List | Dict, reader: Reader): Value {
  if (value.kind !== 'dict') return malformed(value, 'a policy document', reader);
  const written = value.entries.get('Statement');
  if (!written) return lacksStatement(value) ? malformed(value, 'a Statement', reader) : value;
  const read = written.kind === 'list' ? readStatements(written, reader) : readStatement(written, reader);
  return read === written ? value : { ...value, entries: new Map([...value.entries, ['Statement', read]]) };
}

function readStatements(list: List, reader: Reader): List {
  const items = mapChanged(list.items, item => readStatement(item, reader));
  return items === list.items ? list : { ...list, items };
}

function readStatement(value: Value, reader: Reader): Value {
  if (value.kind === 'known' || value.kind === 'list') return malformed(value, 'a statement', reader);
  if (lacksEffect(value)) return malformed(value, 'a statement with an Effect of Allow or Deny', reader);
  return isStrange(value) ? malformed(value, 'a statement of what IAM knows', reader) : value;
}

/** Policies of organisations have other roots; a version or a misspelt statement belongs to those that have statements. */
const lacksStatement = ({ entries, rest }: Dict): boolean =>
  !rest && [...entries.keys()].some(key => /^(?:version|stat.*)$/i.test(key));

/** A misspelt `Condition` would make a Deny look wider than it is. IAM takes nothing that it does not know. */
const isStrange = (value: Value): boolean =>
  value.kind === 'dict' &&
  (hasOther(value, elements) ||
    hasOther(value.entries.get('Condition'), operators) ||
    hasOther(value.entries.get('Principal'), principals) ||
    hasOther(value.entries.get('NotPrincipal'), principals));

const hasOther = (value: Value | undefined, names: RegExp): boolean =>
  value?.kind === 'dict' && [...value.entries.keys()].some(key => !names.test(key));

const elements = /^(?:Sid|Effect|(?:Not)?(?:Principal|Action|Resource)|Condition)$/;
const principals = /^(?:AWS|Service|Federated|CanonicalUser|\*)$/;
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators =
  /^(?:For(?:AnyValue|AllValues):)?(?:String(?:Not)?(?:Equals(?:IgnoreCase)?|Like)|Arn(?:Not)?(?:Equals|Like)|(?:Numeric|Date)(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Bool|BinaryEquals|(?:Not)?IpAddress|Null)(?:IfExists)?$/i;

function lacksEffect(value: Value): boolean {
  if (value.kind !== 'dict') return false;
  const effect = value.entries.get('Effect');
  if (effect?.kind === 'known') return effect.value !== 'Allow' && effect.value !== 'Deny';
  return !value.rest && (effect ?? absent).kind === 'absent';
}

function malformed({ at }: Value, wanted: string, { name, report }: Reader): Unknown {
  report({
    cause: 'parse-error',
    message: `A policy of ${name} has something else where ${wanted} belongs.`,
    ...(at?.kind === 'span' ? { path: at.file.path, region: regionOf(at) } : {}),
    effect: 'What it says is not assessed.',
    hint: 'Correct the policy document.',
  });
  const link = { what: `this is not ${wanted}`, ...(at && { at }) };
  return { kind: 'unknown', cause: 'parse-error', chain: [link], set: true, ...(at && { at }) };
}
