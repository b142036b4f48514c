import type { Span } from '../../../model/source.ts';
import { EvaluationError, type LazyTerm, type Term } from '../terms/term.ts';
import { lost } from '../terms/unknown.ts';
import type { ModuleInstance } from './instance.ts';
import { relativePath } from './paths.ts';

/** What the first name of a traversal stands for in a module. */
export function rootNames(instance: ModuleInstance, name: string, at: Span): Term {
  switch (name) {
    case 'var':
      return lazy('var', key => instance.variable(key));
    case 'local':
      return lazy('local', key => instance.local(key));
    case 'module':
      return lazy('module', key => instance.call(key).term);
    case 'data':
      return lazy('data', type => lazy(`data.${type}`, key => instance.block(`data.${type}.${key}`).term));
    case 'path':
      return lazy('path', pathOf(instance));
    case 'terraform':
    case 'tofu':
      return lazy(name, (key, place) => workspaceOf(instance, key, place));
    case 'each':
    case 'count':
    case 'self':
      throw new EvaluationError(`${name} cannot be used here`, at);
    case 'ephemeral':
      return lost('an ephemeral value is never kept', at);
    default:
      return name.includes('_') || instance.source.resources.size > 0
        ? lazy(name, key => instance.block(`${name}.${key}`).term)
        : noName(name, at);
  }
}

function noName(name: string, at: Span): never {
  throw new EvaluationError(`there is no ${name}`, at);
}

/** A namespace: a mistake in it is one of the place that reads it. */
function lazy(name: string, read: (key: string, at: Span) => Term): LazyTerm {
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

const pathOf =
  ({ run, source }: ModuleInstance) =>
  (key: string, at: Span): Term => {
    if (key === 'root') return { kind: 'known', value: '.', at };
    if (key === 'module') return { kind: 'known', value: relativePath(run.folder, source.folder), at };
    if (key === 'cwd') return lost('path.cwd depends on where it runs', at, { set: true });
    throw new EvaluationError(`there is no path.${key}`, at);
  };

function workspaceOf({ run }: ModuleInstance, key: string, at: Span): Term {
  if (key === 'workspace' && run.workspace !== undefined)
    return { kind: 'known', value: run.workspace, at, via: [{ what: 'the workspace of this run' }] };
  return { ...lost(`terraform.${key} is not known`, at, { set: true }), shape: 'plain' };
}
