import { scopeKinds } from '../../../model/resource.ts';
import type { Resource, ScopeKind } from '../../../model/resource.ts';
import type { Reference, Text, Unknown } from '../../../model/value.ts';
import { bucketOf } from '../bucket-of.ts';
import type { Truth } from '../equal.ts';
import { elementsOf } from '../force.ts';
import type { Frame, Operand } from '../runtime.ts';
import { anyTrue } from '../truth.ts';
import { bool, dyn, listOf, text } from '../type.ts';
import { failure, isComposite, unknownOfReference, unknownOfText } from '../unknowns.ts';
import type { Builtin } from './builtin.ts';
import { refuse } from './operands.ts';

/** What the relation functions ask for; the checker reads the literals of the call for the real types. */
const resourceList = listOf(dyn);

function linked([from, path, type]: readonly Operand[], { graph, world }: Frame): Operand {
  const resource = asResource(from);
  if (!resource || typeof path !== 'string' || typeof type !== 'string')
    return refuse('linked', 'a resource, a path and a type', from, path, type);
  return graph.linked(resource, path, type, world);
}

function linkedFrom([to, path, type, scope]: readonly Operand[], { graph, world }: Frame): Operand {
  const resource = asResource(to);
  if (!resource || typeof path !== 'string' || typeof type !== 'string')
    return refuse('linkedFrom', 'a resource, a path and a type', to, path, type);
  const kind = scopeKindOf(scope);
  if (kind === 'none') return failure(`linkedFrom(): the scope is one of ${scopeKinds.join(', ')}`);
  return graph.linkedFrom({ to: resource, path, type, ...(kind && { scope: kind }) }, world);
}

function resources([type, scope]: readonly Operand[], { graph, world }: Frame): Operand {
  if (typeof type !== 'string') return refuse('resources', 'a type', type);
  const kind = scopeKindOf(scope);
  return kind === 'none'
    ? failure(`resources(): the scope is one of ${scopeKinds.join(', ')}`)
    : graph.resources(type, kind, world);
}

function scopeKindOf(operand: Operand | undefined): ScopeKind | 'none' | undefined {
  return operand === undefined ? undefined : (scopeKinds.find(kind => kind === operand) ?? 'none');
}

function asResource(operand: Operand | undefined): Resource | undefined {
  return operand !== undefined && isComposite(operand) && operand.kind === 'resource' ? operand : undefined;
}

/**
 * `x.refersTo(type)`: x points at a resource of this type that is in view. A reference does so by itself, a string when it
 * is among the names of one, or the URI of an object in a bucket of such a name; any other string does not, whatever it
 * may name elsewhere.
 */
function refersTo([subject, type]: readonly Operand[], frame: Frame): Operand {
  if (typeof type !== 'string') return refuse('refersTo', 'a type', type);
  if (typeof subject === 'string') return isNameOf(subject, type, frame);
  if (subject === undefined || !isComposite(subject)) return refuse('refersTo', 'a property', subject);
  if (subject.kind === 'reference') return pointsAt(subject, type, frame);
  if (subject.kind === 'resource') return subject.type === type;
  return subject.kind === 'text'
    ? partPointsAt(subject, type, frame)
    : refuse('refersTo', 'a property', subject);
}

function pointsAt(reference: Reference, type: string, { graph }: Frame): boolean | Unknown {
  const target = graph.target(reference);
  if (target) return target.type === type;
  return { ...unknownOfReference(reference), cause: 'out-of-view' };
}

function isNameOf(literal: string, type: string, frame: Frame): boolean {
  const name = bucketOf(literal) ?? literal;
  return elementsOf(frame.graph.resources(type, undefined, frame.world), frame).some(
    element => typeof element === 'object' && element?.kind === 'resource' && element.names.includes(name),
  );
}

/** A text with holes points at what a reference in it points at; a region or an account id points at nothing. */
function partPointsAt(chars: Text, type: string, frame: Frame): Truth {
  const truths: Truth[] = [];
  for (const part of chars.parts) {
    if (typeof part === 'string' || (part.kind === 'unknown' && part.shape === 'segment')) continue;
    truths.push(part.kind === 'reference' ? pointsAt(part, type, frame) : unknownOfText(chars));
  }
  return anyTrue(truths);
}

/** From a resource to those around it: `linked`, `linkedFrom`, `resources`, `refersTo`. */
export const relationFunctions: readonly Builtin[] = [
  { name: 'linked', style: 'method', takes: [[dyn], [text], [text]], gives: resourceList, run: linked },
  {
    name: 'linkedFrom',
    style: 'method',
    takes: [[dyn], [text], [text]],
    gives: resourceList,
    run: linkedFrom,
  },
  {
    name: 'linkedFrom',
    style: 'method',
    takes: [[dyn], [text], [text], [text]],
    gives: resourceList,
    run: linkedFrom,
  },
  { name: 'resources', style: 'function', takes: [[text]], gives: resourceList, run: resources },
  { name: 'resources', style: 'function', takes: [[text], [text]], gives: resourceList, run: resources },
  { name: 'refersTo', style: 'method', takes: [[dyn], [text]], gives: bool, texts: true, run: refersTo },
];
