import { absent, type Dict, type Unknown, type Value } from '../../model/value.ts';
import { scalarText } from '../cloudformation/text.ts';
import { dict, managedPolicy, mapPresent, property, text, unseen, type Sam } from './made.ts';
import { policyPath } from './managed-policies.ts';
import { policyTemplate } from './policy-templates.ts';

/** What the `Policies` of a function or state machine become in its role. */
export interface Policies {
  readonly managed: readonly Value[];
  readonly inline: readonly Value[];
  /** Why there may be more of both. */
  readonly rest?: Unknown;
}

/** Names and ARNs of managed policies, policy documents, and policy templates; one or a list of them. */
export function readPolicies(sam: Sam): Policies {
  const value = property(sam, 'Policies');
  switch (value.kind) {
    case 'absent':
      return { managed: [], inline: [] };
    case 'list':
      return sorted(value.items, value.rest, sam);
    case 'conditional':
    case 'one-of':
      return isListChoice(value)
        ? { managed: [], inline: [], rest: undecided(sam) }
        : sorted([value], undefined, sam);
    case 'unknown':
      return { managed: [], inline: [], rest: value };
    default:
      return sorted([value], undefined, sam);
  }
}

function isListChoice(value: Value): boolean {
  if (value.kind === 'conditional') return isListChoice(value.then) || isListChoice(value.otherwise);
  return value.kind === 'list' || (value.kind === 'one-of' && value.options.some(isListChoice));
}

const undecided = ({ at }: Sam): Unknown => unseen('which policies the role gets depends on a condition', at);

function sorted(items: readonly Value[], rest: Unknown | undefined, sam: Sam): Policies {
  const managed = items.map(item => mapPresent(item, value => asManaged(value, sam)));
  const inline = items.map((item, index) => mapPresent(item, value => asInline(value, index, sam)));
  const policies = { managed: managed.filter(isThere), inline: inline.filter(isThere) };
  return rest ? { ...policies, rest } : policies;
}

export function isThere(value: Value): boolean {
  if (value.kind === 'conditional') return isThere(value.then) || isThere(value.otherwise);
  return value.kind !== 'absent';
}

/** Anything that is not written out as a document is taken for the name or ARN of a managed policy. */
function asManaged(value: Value, sam: Sam): Value {
  if (value.kind === 'dict') return absent;
  if (value.kind !== 'known') return value;
  const name = scalarText(value);
  if (name.startsWith('arn:')) return value;
  const arn = managedPolicy(policyPath(name), sam);
  return value.at ? { ...arn, at: value.at } : arn;
}

function asInline(value: Value, index: number, sam: Sam): Value {
  if (value.kind !== 'dict') return absent;
  const document = documentOf(value, sam);
  return inlinePolicy(`${sam.id}RolePolicy${index}`, document, sam);
}

function documentOf(value: Dict, sam: Sam): Value {
  if (value.entries.has('Statement') || value.rest) return value;
  const [[name, parameters] = []] = value.entries;
  if (name === undefined || value.entries.size !== 1) return value;
  const expanded = parameters?.kind === 'dict' ? policyTemplate(name, parameters, sam) : undefined;
  const at = value.at ?? sam.at;
  return expanded ?? unseen(`the SAM policy template ${name} is not known to this version`, at);
}

export function inlinePolicy(name: string, document: Value, { at }: Sam): Dict {
  return dict(
    [
      ['PolicyName', text(name, at)],
      ['PolicyDocument', document],
    ],
    document.at ?? at,
  );
}

/** `{ Statement: [{ Effect: Allow, Action, Resource }] }`. */
export function allowing(action: string, resource: Value, { at }: Sam): Dict {
  const statement = dict(
    [
      ['Effect', text('Allow', at)],
      ['Action', text(action, at)],
      ['Resource', resource],
    ],
    at,
  );
  return dict([['Statement', { kind: 'list', items: [statement], at }]], at);
}
