import { bool, dyn, listOf, objectOf, text } from './type.ts';
import type { Type } from './type.ts';

/** Who a statement is about: `{ type: 'AWS', value: 'arn:…' }`; `"*"` is `{ type: '*', value: '*' }`. */
const principalType: Type = objectOf('principal', { type: text, value: text });

/** One operator and key of a condition block. `key` is as written, `lowerKey` for comparing: keys have no letter case. */
const conditionType: Type = objectOf('condition', {
  operator: text,
  qualifier: { kind: 'string', values: ['', 'ForAnyValue', 'ForAllValues'] },
  ifExists: bool,
  key: text,
  lowerKey: text,
  values: listOf(text),
});

/** A statement of a policy document: its own fields, and the virtual ones in lower case. */
export const statementType: Type = objectOf('statement', {
  'Sid?': text,
  Effect: { kind: 'string', values: ['Allow', 'Deny'] },
  'Action?': dyn,
  'NotAction?': dyn,
  'Resource?': dyn,
  'NotResource?': dyn,
  'Principal?': dyn,
  'NotPrincipal?': dyn,
  'Condition?': dyn,
  actions: listOf(text),
  notActions: listOf(text),
  resources: listOf(text),
  notResources: listOf(text),
  principals: listOf(principalType),
  notPrincipals: listOf(principalType),
  conditions: listOf(conditionType),
});

/** A policy document, free-form but for its statements. */
export const policyType: Type = {
  kind: 'object',
  name: 'policy document',
  field: name =>
    name === 'statements' ? { type: listOf(statementType), optional: false } : { type: dyn, optional: true },
  fieldNames: () => ['statements', 'Statement', 'Version', 'Id'],
};
