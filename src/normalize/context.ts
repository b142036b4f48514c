import type { Problem } from '../model/problem.ts';
import type { TypeRegistry } from '../model/types.ts';

/** What every part of the stage shares: the schemas, and where to say what could not be read. */
export interface Context {
  readonly types: TypeRegistry;
  readonly report: (problem: Problem) => void;
}
