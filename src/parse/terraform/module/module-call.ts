import type { Machine } from '../expressions/scope.ts';
import { attributeAt, type Item } from '../source/item.ts';
import { EvaluationError, type LazyTerm, type Term } from '../terms/term.ts';
import { lost } from '../terms/unknown.ts';
import { collection } from './collection.ts';
import { and } from './condition.ts';
import { type Each } from './expansion.ts';
import type { CalledModule, Frame, ModuleCall, ModuleInstance, Provider } from './instance.ts';
import { memo } from './memo.ts';
import { joinPath } from './paths.ts';
import { passedProviders } from './provider.ts';
import { expansionOf } from './resource-block.ts';
import { mistake, settle } from './settle.ts';

type Create = (frame: Frame) => ModuleInstance;

/** A module call by its name, with the modules behind it. */
export function callOf(name: string, caller: ModuleInstance, create: Create): ModuleCall {
  const item = caller.source.calls.get(name);
  if (!item) {
    const [broken] = caller.source.broken;
    throw new EvaluationError(
      broken
        ? `module ${name} is not declared in what could be read of ${broken.file.path}`
        : `module ${name} is not declared`,
    );
  }
  const expansion = expansionOf(item, caller, `module.${name}`);
  const place: Place = { name, item, caller, create };
  const instances = expansion.list.map(each => calledModule(each, place));
  const terms = new Map(
    expansion.list.map((each, index): [string, Term] => [each.suffix, termOf(instances[index], place)]),
  );
  return { item, expansion, instances, term: collection(`module.${name}`, expansion, terms, item.at) };
}

interface Place {
  readonly name: string;
  readonly item: Item;
  readonly caller: ModuleInstance;
  readonly create: Create;
}

function calledModule(each: Each, { name, item, caller, create }: Place): CalledModule {
  const { run } = caller;
  const path = [...caller.path, name];
  const prefix = `${caller.prefix}module.${name}${each.suffix}.`;
  const from = sourceOf(item);
  const folder = folderOf(from, caller, path);
  const around = [...caller.around, caller.source.folder];
  if (folder !== undefined && around.includes(folder))
    return circle(item, prefix, { from, machine: run.machine });
  const source = folder === undefined ? undefined : run.moduleIn(folder);
  if (!source) return { prefix, from, given: () => allPassed(each, { name, item, caller, create }) };
  const module = create({
    run,
    source,
    prefix,
    path,
    around,
    exists: and([caller.exists, each.exists]),
    passed: memo(
      argument => passed(argument, each, { name, item, caller, create }),
      argument => `${prefix}${argument}`,
    ),
    missing: argument => `module.${path.join('.module.')} gives no value for variable ${argument}`,
    inherited: providersFor(item, each, caller),
  });
  return { prefix, module, from };
}

function circle(
  item: Item,
  prefix: string,
  { from, machine }: { readonly from: string; readonly machine: Machine },
): CalledModule {
  machine.report(mistake(new EvaluationError(`the module ${from} calls itself`), item.at));
  return { prefix, from };
}

/** Where a module is, as it is written; of a source that is put together, nothing. */
export function sourceOf({ attributes }: Item): string {
  const source = attributes.get('source')?.attribute.value;
  return source?.kind === 'literal' ? String(source.value) : '';
}

function folderOf(from: string, caller: ModuleInstance, path: readonly string[]): string | undefined {
  if (isLocal(from)) return joinPath(caller.source.folder, from);
  return caller.run.installed(path.join('.'));
}

export const isLocal = (source: string): boolean => /^\.\.?(?:\/|$)/.test(source);

const metaArguments = new Set(['source', 'version', 'count', 'for_each', 'depends_on', 'providers']);

function passed(argument: string, each: Each, { name, item, caller }: Place) {
  const written = item.attributes.get(argument);
  if (!written || metaArguments.has(argument)) return undefined;
  const at = attributeAt(written);
  const { machine } = caller.run;
  const term = settle(
    () => machine.evaluate(written.attribute.value, caller.scope(written.file, each.names)),
    at,
    machine,
  );
  return { term, link: { what: `argument ${argument} of module.${name}`, at } };
}

/** The values of all arguments, whatever they are called. */
const allPassed = (each: Each, place: Place): readonly Term[] =>
  [...place.item.attributes.keys()].flatMap(argument => passed(argument, each, place)?.term ?? []);

/** A module gets the default providers of its caller, and those that are passed to it by name. */
function providersFor(
  item: Item,
  each: Each,
  caller: ModuleInstance,
): (name: string) => Provider | undefined {
  const written = item.attributes.get('providers');
  const { machine } = caller.run;
  const passedBy = passedProviders(written?.attribute.value, key =>
    machine.evaluate(key, caller.scope(item.at.file, each.names)),
  );
  return name => {
    const outside = passedBy.get(name);
    if (outside !== undefined) return caller.provider(outside);
    return name.includes('.') ? undefined : caller.provider(name);
  };
}

function termOf(called: CalledModule | undefined, { name, item }: Place): Term {
  const term: LazyTerm = {
    kind: 'lazy',
    name: `module.${name}`,
    get: (output, at) => {
      if (called?.module) return called.module.output(output);
      return lost(`output ${output} of module.${name}`, at, {
        cause: 'out-of-view',
        chain: [
          { what: `module.${name} is ${called?.from ?? 'a module'}, which is not in view`, at: item.at },
        ],
      });
    },
    whole: () => lost(`all outputs of module.${name}`, item.at),
    at: item.at,
  };
  return term;
}
