import type { Span } from '../../../model/source.ts';
import { EvaluationError, type LazyTerm, type Term } from '../terms/term.ts';
import { lost } from '../terms/unknown.ts';
import type { ModuleInstance } from './instance.ts';
import { relativePath } from './paths.ts';

/** What the first name of a traversal stands for in a module. */
export function rootNames(instance: ModuleInstance, name: string, at: Span): Term {
  const read = namespaces[name];
  if (read) return lazy(name, read(instance));
  if (outOfPlace.has(name)) throw new EvaluationError(`${name} cannot be used here`, at);
  if (name === 'ephemeral') return lost('an ephemeral value is never kept', at);
  return lazy(name, key => instance.block(`${name}.${key}`).term);
}

type Read = (key: string, at: Span) => Term;

const namespaces: Readonly<Record<string, (instance: ModuleInstance) => Read>> = {
  var: instance => instance.variable,
  local: instance => instance.local,
  module: instance => key => instance.call(key).term,
  data: instance => type => lazy(`data.${type}`, key => instance.block(`data.${type}.${key}`).term),
  path: pathOf,
  terraform: workspaceOf,
  tofu: workspaceOf,
};

const outOfPlace = new Set(['each', 'count', 'self']);

/** A namespace: a mistake in it is one of the place that reads it. */
function lazy(name: string, read: Read): LazyTerm {
  return {
    kind: 'lazy',
    name,
    get: (key, at) => {
      try {
        return read(key, at);
      } catch (error) {
        if (error instanceof EvaluationError && !error.at) throw new EvaluationError(error.message, at);
        throw error;
      }
    },
    whole: () => lost(`all of ${name}`, undefined),
  };
}

function pathOf({ run, source }: ModuleInstance): Read {
  return (key, at) => {
    if (key === 'root') return { kind: 'known', value: '.', at };
    if (key === 'module') return { kind: 'known', value: relativePath(run.folder, source.folder), at };
    if (key === 'cwd') return lost('path.cwd depends on where it runs', at, { set: true });
    throw new EvaluationError(`there is no path.${key}`, at);
  };
}

function workspaceOf({ run }: ModuleInstance): Read {
  return (key, at) =>
    key === 'workspace' && run.workspace !== undefined
      ? { kind: 'known', value: run.workspace, at, via: [{ what: 'the workspace of this run' }] }
      : { ...lost(`terraform.${key} is not known`, at, { set: true }), shape: 'plain' };
}
