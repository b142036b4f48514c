import type { Condition, Link, Value } from '../../model/value.ts';
import { field } from '../../syntax/field.ts';
import { spanOf } from '../../syntax/span.ts';
import { generatedBy } from '../sam/generated.ts';
import { readComparisons } from './comparisons.ts';
import { lost } from './compose.ts';
import { evaluate } from './conditions.ts';
import { decisionsOf } from './decisions.ts';
import { entriesOf } from './entries.ts';
import { sizeOf } from './logic.ts';
import { lazy, memo } from './memo.ts';
import { resolve } from './resolve.ts';
import { readResources } from './resources.ts';
import type { Entries, Instance, Mapping, Placed, Run, Scope, Source } from './scope.ts';
import { readSections } from './sections.ts';
import { problemAt } from './trouble.ts';

/** A template with its arguments. Everything in it is worked out when it is first asked for. */
export function createInstance(source: Source, run: Run): Instance {
  const { file, root, prefix } = source;
  const sections = lazy(() => readSections(root, scope));
  const section = memo(
    name => sections().of(name),
    () => noEntries,
  );
  const byName = (name: string) => lazy(() => byKey(section(name).list));
  const [parameters, outputs] = [byName('Parameters'), byName('Outputs')];
  const comparisons = lazy(() => readComparisons([...section('Conditions').list, ...section('Rules').list]));
  const decided = decisionsOf(source, run, parameters, comparisons);
  const resources = lazy(() => {
    if (!sections().has('Resources') && sections().openings.length === 0) reportEmpty(source, run);
    return readResources(section('Resources'));
  });
  const instance: Instance = {
    run,
    source,
    file,
    prefix,
    parameter: name => (parameters().has(name) ? decided(name)?.value : undefined),
    pseudo: name => (name.startsWith('AWS::') ? decided(name)?.value : undefined),
    cases: name => decided(name)?.cases,
    condition: conditionsOf(byName('Conditions'), () => section('Conditions')),
    mapping: mappingsOf(byName('Mappings'), () => section('Mappings')),
    resources,
    generated: memo(
      id => generatedBy(instance, id),
      () => undefined,
    ),
    outputs,
    output: outputsOf(outputs),
    nested: memo(
      id => nestedOf(instance, id),
      () => undefined,
    ),
    openings: lazy(() => [...sections().openings, ...sectionNames.flatMap(name => section(name).rest ?? [])]),
    macro: () => sections().macro,
    section,
    value: resolve,
    evaluate,
  };
  const scope: Scope = { instance, file };
  return instance;
}

/** No failure: there is nothing in it that could have been assessed. */
function reportEmpty({ file, root }: Source, run: Run): void {
  run.report(problemAt(spanOf(file, root), 'the template has no resources'));
}

const noEntries: Entries = { list: [] };

/** The sections whose names others refer to. */
const sectionNames = ['Parameters', 'Resources', 'Conditions', 'Mappings'] as const;

const byKey = (list: readonly Placed[]): ReadonlyMap<string, Placed> =>
  new Map(list.map(entry => [entry.key, entry]));

type Named = () => ReadonlyMap<string, Placed>;

function conditionsOf(conditions: Named, around: () => Entries): (name: string) => Condition | undefined {
  return memo<Condition | undefined>(
    name => {
      const placed = conditions().get(name);
      const [because] = around().macro?.chain ?? [];
      if (placed && because) return openCondition(name, placed, because);
      const condition = placed && evaluate(placed.node, placed.scope);
      if (!condition || sizeOf(condition) <= maximumComparisons) return condition;
      return undecided(name, placed, `the condition ${name} has more than ${maximumComparisons} comparisons`);
    },
    name => {
      const placed = conditions().get(name);
      if (!placed) return undefined;
      return undecided(name, placed, `the condition ${name} depends on itself`);
    },
  );
}

/** Conditions over conditions can grow beyond what can be looked at. */
const maximumComparisons = 2_000;

function undecided(name: string, placed: Placed, what: string): Condition {
  const { at, scope } = placed;
  scope.instance.run.report(problemAt(at, what, { effect: 'It stays undecided.' }));
  return openCondition(name, placed, { what, at });
}

const openCondition = (name: string, { scope }: Placed, because: Link): Condition => ({
  kind: 'open',
  choice: `${scope.instance.prefix}Conditions.${name}`,
  because,
});

function mappingsOf(mappings: Named, around: () => Entries): (name: string) => Mapping | undefined {
  return memo<Mapping | undefined>(
    name => {
      const placed = mappings().get(name);
      if (!placed) return undefined;
      const outer = rowsOf(placed);
      const rows = outer.list.map(row => ({ key: row.key, ...rowsOf(row) }));
      const rest = outer.rest ?? rows.find(row => row.rest)?.rest ?? around().rest;
      const [doubt = around().macro] = [outer, ...rows].flatMap(({ doubts }) => [
        ...(doubts?.values() ?? []),
      ]);
      const top = new Map(rows.map(({ key, list }) => [key, byKey(list)]));
      return { top, ...(rest && { rest }), ...(doubt && { doubt }) };
    },
    () => undefined,
  );
}

const rowsOf = ({ node, scope }: Placed): Entries =>
  node.kind === 'map' ? entriesOf(node, scope) : noEntries;

function outputsOf(outputs: Named): (name: string) => Value | undefined {
  return memo<Value | undefined>(
    name => {
      const placed = outputs().get(name);
      const value = placed && field(placed.node, 'Value');
      return value && resolve(value, placed.scope, placed.at);
    },
    name => {
      const at = outputs().get(name)?.at;
      return at && lost('unresolved-value', [{ what: `output ${name} depends on itself`, at }], at);
    },
  );
}

function nestedOf(instance: Instance, id: string): Instance | undefined {
  const resource = instance.resources().get(id);
  return resource && instance.run.nest(instance, resource);
}
