import { scopeKinds } from '../../model/resource.ts';
import type { Call, Expr } from './ast.ts';
import { reportError } from './checker.ts';
import type { Checker } from './checker.ts';
import { missingStep, resourceType } from './resource-type.ts';
import { suggest } from './suggest.ts';
import { listOf, showType } from './type.ts';
import type { Type } from './type.ts';

/** Where the literals of a relation function stand among its arguments, the receiver not counted. */
const shapes: ReadonlyMap<
  string,
  { readonly path?: number; readonly type: number; readonly scope?: number }
> = new Map([
  ['linked', { path: 0, type: 1 }],
  ['linkedFrom', { path: 0, type: 1, scope: 2 }],
  ['resources', { type: 0, scope: 1 }],
  ['refersTo', { type: 0 }],
]);

interface Operand {
  readonly expr: Expr;
  readonly type: Type;
}

/** Relations are checked as far as their literals go: the type exists, and has a property at that path. */
export function checkRelation(call: Call, operands: readonly Operand[], checker: Checker): void {
  const shape = shapes.get(call.function);
  if (!shape) return;
  const [receiver] = operands;
  const type = literalAt(call, shape.type, 'the resource type', checker);
  if (type) checkTypeName(type, checker);
  if (shape.scope !== undefined) checkScope(call, shape.scope, checker);
  if (shape.path === undefined || !receiver) return;
  expectResource(receiver, checker);
  const path = literalAt(call, shape.path, 'the property path', checker);
  const far = type && resourceType([type.value], checker.env.registry);
  const holder = call.function === 'linked' ? receiver.type : far;
  if (path && holder) checkPath(path, holder, checker);
}

interface Word {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function literalAt(call: Call, index: number, what: string, checker: Checker): Word | undefined {
  const expr = call.args[index];
  if (expr?.kind === 'literal' && typeof expr.value === 'string')
    return { value: expr.value, start: expr.start, end: expr.end };
  if (expr)
    reportError(checker, expr, {
      code: 'not-a-literal',
      message: `${what} of ${call.function}() must be written out`,
    });
  return undefined;
}

function checkTypeName(type: Word, checker: Checker): void {
  const { registry } = checker.env;
  if (registry.get(type.value)) return;
  const hint = suggest(type.value, registry.names);
  reportError(checker, type, {
    code: 'unknown-type',
    message: `there is no resource type '${type.value}'`,
    hint,
  });
}

function checkPath(path: Word, holder: Type, checker: Checker): void {
  if (holder.kind !== 'object' || !holder.resource) return;
  const missing = missingStep(holder, path.value.split('.'));
  if (!missing) return;
  const { at, name } = missing;
  const message = `${showType(at)} has no property '${name}'`;
  reportError(checker, path, {
    code: 'unknown-path',
    message,
    hint: at.hint?.(name) ?? suggest(name, at.fieldNames()),
  });
}

function checkScope(call: Call, index: number, checker: Checker): void {
  const scope = literalAt(call, index, 'the scope', checker);
  if (!scope || scopeKinds.some(kind => kind === scope.value)) return;
  const hint = `one of ${scopeKinds.join(', ')}`;
  reportError(checker, scope, { code: 'unknown-scope', message: `there is no scope '${scope.value}'`, hint });
}

function expectResource({ expr, type }: Operand, checker: Checker): void {
  if (type.kind === 'dyn' || (type.kind === 'object' && type.resource)) return;
  reportError(checker, expr, {
    code: 'type',
    message: `relations start at a resource, this is ${showType(type)}`,
  });
}

/** The type of a relation: a list of resources of the type that its literal names. */
export function relationResult(call: Call, { env: { registry } }: Checker): Type | undefined {
  const shape = shapes.get(call.function);
  if (!shape || call.function === 'refersTo') return undefined;
  const expr = call.args[shape.type];
  if (expr?.kind !== 'literal' || typeof expr.value !== 'string') return undefined;
  return registry.get(expr.value) ? listOf(resourceType([expr.value], registry)) : undefined;
}
