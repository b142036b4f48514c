import type { SourceFile, Span } from '../../../model/source.ts';
import type { Link } from '../../../model/value.ts';
import type { Scope } from '../expressions/scope.ts';
import { attributeAt } from '../source/item.ts';
import { move, secret } from '../terms/move.ts';
import { EvaluationError, type Term } from '../terms/term.ts';
import { lost } from '../terms/unknown.ts';
import type { Frame, ModuleInstance } from './instance.ts';
import { memo } from './memo.ts';
import { callOf } from './module-call.ts';
import { rootNames } from './names.ts';
import { providerOf } from './provider.ts';
import { resourceBlock } from './resource-block.ts';
import { settle } from './settle.ts';
import { variableValue } from './variable.ts';

/** A module with its arguments. Everything in it is worked out when it is asked for, once. */
export function createInstance(frame: Frame): ModuleInstance {
  const { run, prefix } = frame;
  const described = (kind: string) => (name: string) => `${kind} ${prefix}${name}`;
  const scope = (file: SourceFile, names: Readonly<Record<string, Term>> = {}): Scope => ({
    machine: run.machine,
    file,
    root: (name, at) => rootNames(instance, name, at),
    names: { terms: new Map(Object.entries(names)) },
  });
  const instance: ModuleInstance = {
    ...frame,
    scope,
    variable: memo(name => variableOf(name, frame), described('variable')),
    local: memo(name => localOf(name, instance), described('local')),
    output: memo(name => outputOf(name, instance), described('output')),
    block: memo(address => resourceBlock(address, instance), described('')),
    call: memo(name => callOf(name, instance, createInstance), described('module')),
    provider: memo(name => providerOf(name, instance, frame.inherited), described('provider')),
  };
  return instance;
}

function variableOf(name: string, frame: Frame): Term {
  const { run, source, prefix, passed, missing } = frame;
  const item = source.variables.get(name);
  if (!item) return undeclared(`variable ${name}`, frame);
  return settle(
    () =>
      variableValue({
        name,
        item,
        passed: passed(name),
        empty: at => ({ machine: run.machine, file: at.file, root: noNames }),
        key: `${run.folder}#${prefix}var.${name}`,
        missing: missing(name),
      }),
    item.at,
    run.machine,
  );
}

function noNames(name: string, at: Span): never {
  throw new EvaluationError(`${name} cannot be used here`, at);
}

/** What stands in a file that could not be read may declare it. */
function undeclared(what: string, { source }: Pick<Frame, 'source'>, at?: Span): Term {
  const [broken] = source.broken;
  if (!broken) throw new EvaluationError(`${what} is not declared`, at);
  return lost(`${what} is not declared in what could be read of ${broken.file.path}`, at, {
    cause: 'parse-error',
  });
}

function localOf(name: string, instance: ModuleInstance): Term {
  const { source, run } = instance;
  const local = source.locals.get(name);
  if (!local) return undeclared(`local ${name}`, instance);
  const at = attributeAt(local);
  const term = settle(
    () => run.machine.evaluate(local.attribute.value, instance.scope(local.file)),
    at,
    run.machine,
  );
  return move(term, at, { what: `local.${name}`, at });
}

function outputOf(name: string, instance: ModuleInstance): Term {
  const { source, run, path } = instance;
  const item = source.outputs.get(name);
  if (!item) return undeclared(`output ${name}`, instance);
  const value = item.attributes.get('value');
  if (!value) return lost(`output ${name} has no value`, item.at);
  const at = attributeAt(value);
  const link: Link = { what: `output ${name} of module.${path.join('.module.')}`, at };
  const term = settle(
    () => run.machine.evaluate(value.attribute.value, instance.scope(value.file)),
    at,
    run.machine,
  );
  const sensitive = item.attributes.get('sensitive')?.attribute.value;
  const moved = move(term, at, link);
  return sensitive?.kind === 'literal' && sensitive.value === true ? secret(moved) : moved;
}
