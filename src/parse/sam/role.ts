import { absent, type Condition, type Dict, type Unknown, type Value } from '../../model/value.ts';
import { same } from '../cloudformation/same.ts';
import { dict, property, text, type Sam } from './made.ts';
import type { Policies } from './policies.ts';

/** What goes into the role that SAM makes for a function, a state machine or a schedule. */
export interface Role {
  readonly id: string;
  readonly service: string;
  readonly exists: Condition;
  readonly policies: Policies;
  readonly trust?: Value;
  readonly path?: Value;
  /** That of the function or state machine when left out. */
  readonly boundary?: Value;
  readonly tags?: Value;
}

export function makeRole(sam: Sam, role: Role): void {
  const { managed, inline, rest } = role.policies;
  const { at } = sam;
  const trust = role.trust ?? absent;
  const properties = dict(
    [
      ['AssumeRolePolicyDocument', trust.kind === 'absent' ? trusting(role.service, sam) : trust],
      ['ManagedPolicyArns', listOf(distinct(managed), rest, sam)],
      ['Policies', listOf(inline, rest, sam)],
      ['Path', role.path ?? absent],
      ['PermissionsBoundary', role.boundary ?? property(sam, 'PermissionsBoundary')],
      ['Tags', role.tags ?? absent],
    ],
    at,
  );
  sam.make({ id: role.id, type: 'AWS::IAM::Role', properties, exists: role.exists, at });
}

function listOf(items: readonly Value[], rest: Unknown | undefined, { at }: Sam): Value {
  if (items.length === 0 && !rest) return absent;
  return rest ? { kind: 'list', items, rest, at } : { kind: 'list', items, at };
}

const distinct = (values: readonly Value[]): Value[] =>
  values.filter(
    (value, index) => values.findIndex(other => same(other, value)) === index || value.kind === 'unknown',
  );

function trusting(service: string, { at }: Sam): Dict {
  const statement = dict(
    [
      ['Effect', text('Allow', at)],
      ['Action', { kind: 'list', items: [text('sts:AssumeRole', at)], at }],
      ['Principal', dict([['Service', { kind: 'list', items: [text(service, at)], at }]], at)],
    ],
    at,
  );
  return dict(
    [
      ['Version', text('2012-10-17', at)],
      ['Statement', { kind: 'list', items: [statement], at }],
    ],
    at,
  );
}
