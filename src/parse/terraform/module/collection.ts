import type { Span } from '../../../model/source.ts';
import { elementsOf } from '../expressions/elements.ts';
import { noteRefusal } from '../terms/refusals.ts';
import { spread } from '../terms/spread.ts';
import { EvaluationError, object, tuple, type LazyTerm, type Term } from '../terms/term.ts';
import { lost } from '../terms/unknown.ts';
import type { Expansion } from './expansion.ts';

/**
 * What the address of a block stands for: the thing itself, a list of its instances by `count`, a map of them by
 * `for_each`.
 */
export function collection(
  name: string,
  expansion: Expansion,
  instances: ReadonlyMap<string, Term>,
  at: Span,
): Term {
  const { kind, open, by } = expansion;
  const [single] = instances.values();
  if (kind === 'single') return single ?? lost(name, at);
  if (open) return openCollection(name, expansion, instances, at);
  if (by) return spread([by], at, ([world]) => gathered(kind, suffixesIn(world, kind, at), instances, at));
  return gathered(kind, [...instances.keys()], instances, at);
}

function suffixesIn(world: Term | undefined, kind: 'count' | 'each', at: Span): readonly string[] {
  if (kind === 'each')
    return elementsOf(world, at).list.map(
      ({ key }) => `[${JSON.stringify(key.kind === 'known' ? String(key.value) : '')}]`,
    );
  const count = world?.kind === 'known' ? Number(world.value) : 0;
  return Array.from({ length: count }, (_, index) => `[${index}]`);
}

function gathered(
  kind: 'count' | 'each',
  suffixes: readonly string[],
  instances: ReadonlyMap<string, Term>,
  at: Span,
): Term {
  const entries = suffixes.flatMap((suffix): [string, Term][] => {
    const instance = instances.get(suffix);
    return instance ? [[suffix, instance]] : [];
  });
  if (kind === 'count')
    return tuple(
      entries.map(([, instance]) => instance),
      at,
    );
  return object(
    new Map(entries.map(([suffix, instance]) => [String(JSON.parse(suffix.slice(1, -1))), instance])),
    at,
  );
}

/** Of instances that are not known, the one that an index names is any of them. */
function openCollection(
  name: string,
  { kind, open, by }: Expansion,
  instances: ReadonlyMap<string, Term>,
  at: Span,
): LazyTerm {
  const any = instances.get('[*]') ?? lost(name, at);
  const perhaps = (instance = any): Term => {
    noteRefusal();
    return instance;
  };
  const byKey = (key: Term): Term => {
    if (key.kind !== 'known') return perhaps();
    const suffix = kind === 'count' ? `[${String(key.value)}]` : `[${JSON.stringify(String(key.value))}]`;
    const instance = instances.get(suffix);
    return instance && !by ? instance : perhaps(instance);
  };
  return {
    kind: 'lazy',
    name,
    index: byKey,
    get: (key, place) => {
      if (kind === 'each') return byKey({ kind: 'known', value: key });
      throw new EvaluationError(`${name} is a list`, place);
    },
    whole: () => open ?? lost(name, at),
    at,
  };
}
