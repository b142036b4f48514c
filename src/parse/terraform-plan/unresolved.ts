import type { Link, Unknown, Value } from '../../model/value.ts';
import { namesIn } from './configuration.ts';
import { pointsAt } from './points-at.ts';
import { follow, type Known, type Place } from './references.ts';
import { notShown, type Missing, type Unresolved } from './values.ts';

/** A resource instance whose values are made. */
export interface Subject {
  readonly type: string;
  readonly place: Place;
  /** Undefined when the plan has no configuration. */
  readonly known: Known | undefined;
  /** `Declaration.key` of a resource instance, by its address. */
  readonly keyOf: (address: string) => string;
}

/** What stands for the values that are known after the plan is applied: a reference, a chain, or nothing at all. */
export function unresolvedIn(subject: Subject): Unresolved {
  return missing => {
    const { attribute, expression, isWritten, at } = missing;
    if (isWritten === false) return undefined;
    if (!subject.known || expression === notShown) return lost([afterApply(missing)], at);
    if (expression === undefined) {
      // Attributes that are left to AWS are told from blocks, which `dynamic` may write, by the source alone, or by name.
      return isWritten === undefined && !isNeverBlock(attribute)
        ? lost([perhapsBlock(missing)], at)
        : undefined;
    }
    return followed(subject, subject.known, missing);
  };
}

function followed({ type, place, keyOf }: Subject, known: Known, missing: Missing): Value {
  const { attribute, expression, at } = missing;
  const { targets, lost: chain } = follow(expression, place, known);
  const [target, ...others] = targets;
  if (target && others.length === 0 && chain.length === 0 && pointsAt({ type, attribute }, target))
    return { kind: 'reference', target: keyOf(target.address), attribute: target.attribute, at };
  const links = [
    ...targets.map((one): Link => ({ what: `${one.address}.${one.attribute} is known after apply` })),
    ...chain,
  ];
  const first = links[0] ?? { what: `${namesIn(expression)[0] ?? attribute} is known after apply` };
  return lost([first, ...links.slice(1)], at);
}

const lost = (chain: readonly Link[], at: Missing['at']): Unknown => ({
  kind: 'unknown',
  cause: 'unresolved-value',
  chain,
  at,
});

const afterApply = ({ attribute, at }: Missing): Link => ({
  what: `${attribute} is known after apply, and the plan does not show what it is made from`,
  at,
});

const perhapsBlock = ({ attribute, at }: Missing): Link => ({
  what: `${attribute} is known after apply; AWS decides it, or a dynamic block that the plan does not show; pass --source`,
  at,
});

/** Texts and numbers by their names, so that no block can have made them. */
const isNeverBlock = (attribute: string): boolean =>
  /(?:^|_)(?:arn|arns|id|ids|name|names|url|uri|status|state|version|date|time|at|by|all|etag|policy_json|endpoint|hash|code|count|size|owner|fingerprint|revision|dns|domain|key|type|zone|token)$/.test(
    attribute,
  ) || neverBlocks.has(attribute);

const neverBlocks: ReadonlySet<string> = new Set([
  'policy',
  'region',
  'partition',
  'prepare_agent',
  'description',
]);
