import { SyntaxFailure } from '../../syntax/failure.ts';
import { isFields, isList, fieldOf, textAt, type Fields } from './json.ts';
import { headOf, resourcesIn, valuesIn, type Plan } from './read-plan.ts';
import { valueOf, type Piece } from './skim.ts';

/** A resource instance that the plan names. */
export interface Instance {
  readonly address: string;
  readonly isData: boolean;
  readonly piece: Piece;
  /** A change of the plan, a planned value, or what the state before it holds. */
  readonly from: 'change' | 'planned' | 'prior';
}

/** The resource instances of a plan, in its order. */
export interface PlanIndex {
  readonly instances: readonly Instance[];
  /** Without the data of resources, which is only read again where it is needed. */
  readonly byAddress: ReadonlyMap<string, Instance>;
  readonly isKnown: (address: string, attribute: string) => boolean | undefined;
}

/**
 * Lists the resources of a plan without reading them whole: the changes; without changes, the planned values; and from
 * the state before, what the plan leaves as it is and what data sources said.
 */
export function indexOf(plan: Plan): PlanIndex {
  const byAddress = new Map<string, Instance>();
  const instances: Instance[] = [];
  const add = (instance: Instance): void => {
    instances.push(instance);
    byAddress.set(instance.address, instance);
  };
  const gone = new Set<string>();
  for (const { isDeposed, ...instance } of changesOf(plan)) {
    if (isDeposed) gone.add(instance.address);
    else if (byAddress.has(instance.address)) throw twice(instance);
    else add(instance);
  }
  for (const instance of stateOf(plan, plan.changes ? undefined : plan.planned, 'planned')) add(instance);
  for (const instance of stateOf(plan, valuesIn(plan.file.text, plan.prior), 'prior'))
    if (!byAddress.has(instance.address) && !gone.has(instance.address)) add(instance);
  return { instances, byAddress, isKnown: knowledge(plan, byAddress) };
}

const twice = ({ address, piece }: Instance): SyntaxFailure =>
  new SyntaxFailure(`resource_changes has ${address} twice`, piece.start, piece.end);

function* changesOf({ file: { text }, changes = [] }: Plan): Generator<Instance & { isDeposed: boolean }> {
  for (const piece of changes) {
    const { address, isData, isDeposed } = headOf(text, piece);
    if (address === undefined)
      throw new SyntaxFailure('An item of resource_changes has no address', piece.start, piece.end);
    yield { address, isData, isDeposed, piece, from: 'change' };
  }
}

function* stateOf({ file }: Plan, values: Piece | undefined, from: Instance['from']): Generator<Instance> {
  if (!values) return;
  for (const { piece, address, isData } of resourcesIn(file.text, values))
    yield { address, isData, piece, from };
}

/** The change of a piece, or the same made from the values of a state. */
export function changeOf({ file: { text } }: Plan, { piece, from }: Instance): Fields {
  const value = valueOf(text, piece);
  const resource = isFields(value) ? value : {};
  if (from === 'change') return resource;
  const change = {
    actions: ['no-op'],
    after: fieldOf(resource, 'values'),
    after_unknown: {},
    after_sensitive: fieldOf(resource, 'sensitive_values'),
  };
  return { ...resource, change };
}

/** What is known before the plan is applied; each resource that is asked for is read once more. */
function knowledge(plan: Plan, byAddress: ReadonlyMap<string, Instance>): PlanIndex['isKnown'] {
  const read = new Map<string, unknown>();
  return (address, attribute) => {
    const instance = byAddress.get(address);
    if (!instance) return undefined;
    if (instance.from === 'planned') return false;
    if (!read.has(address)) {
      const change = fieldOf(changeOf(plan, instance), 'change');
      read.set(address, isGone(change) ? undefined : { unknown: fieldOf(change, 'after_unknown') });
    }
    const found = read.get(address);
    return found === undefined ? undefined : !hasUnknown(fieldOf(fieldOf(found, 'unknown'), attribute));
  };
}

function hasUnknown(value: unknown): boolean {
  if (value === true) return true;
  if (isList(value)) return value.some(hasUnknown);
  return isFields(value) && Object.values(value).some(hasUnknown);
}

/** Whether a change leaves nothing that the plan manages. */
export function isGone(change: unknown): boolean {
  const actions = fieldOf(change, 'actions');
  const list = isList(actions) ? actions : [];
  return list.length > 0 && list.every(action => action === 'delete' || action === 'forget');
}

/** Whether nothing is left of it in AWS either; what Terraform forgets stays there. */
export function isDeleted(change: unknown): boolean {
  const actions = fieldOf(change, 'actions');
  return isGone(change) && isList(actions) && actions.includes('delete');
}

export const typeOf = (resource: Fields): string => textAt(resource, 'type') ?? '';
