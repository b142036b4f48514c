import type { Span } from '../../model/source.ts';
import type { Value } from '../../model/value.ts';
import { lost, move } from './compose.ts';
import type { Instance, Scope } from './scope.ts';
import { malformed } from './trouble.ts';

/** What `Ref name` gives: a loop identifier, a pseudo parameter, a parameter or a pointer at a resource. */
export function refer(name: string, scope: Scope, at: Span): Value {
  const { instance, loops } = scope;
  const looped = loops?.get(name);
  if (looped !== undefined) return { kind: 'known', value: looped, at };
  if (name.startsWith('AWS::')) return pseudo(name, scope, at);
  const parameter = instance.parameter(name);
  if (parameter) return used(parameter, `Ref ${name}`, at);
  return pointer(name, 'Ref', instance, at) ?? missing(`Ref ${name}`, name, scope, at);
}

/** What `GetAtt id.name` gives; of a nested stack in view the value of its output. */
export function attribute(id: string, name: string, scope: Scope, at: Span): Value {
  const { instance } = scope;
  const output = name.startsWith('Outputs.') ? nestedOutput(id, name.slice(8), instance, at) : undefined;
  if (output) return output;
  // `!GetAtt Worker.Alias.Arn`: the first dot does not end the name of what SAM makes.
  const [first = '', ...others] = name.split('.');
  const made = others.length > 0 ? pointer(`${id}.${first}`, others.join('.'), instance, at) : undefined;
  return made ?? pointer(id, name, instance, at) ?? missing(`GetAtt ${id}.${name}`, id, scope, at);
}

function pseudo(name: string, scope: Scope, at: Span): Value {
  if (name === 'AWS::NoValue') return { kind: 'absent', at };
  const value = scope.instance.pseudo(name);
  return value ? used(value, `Ref ${name}`, at) : malformed(scope, at, `${name} is not a pseudo parameter`);
}

/** The place of use joins the chain of what is lost; what is known already says where it was decided. */
function used(value: Value, what: string, at: Span): Value {
  if (value.kind === 'unknown') return { ...value, at, chain: [{ what, at }, ...value.chain] };
  return move(value, at);
}

function pointer(id: string, name: string, instance: Instance, at: Span): Value | undefined {
  if (instance.resources().has(id))
    return { kind: 'reference', target: instance.prefix + id, attribute: name, at };
  const generated = instance.generated(id);
  if (!generated) return undefined;
  if (generated.target === undefined) return lost('out-of-view', [{ what: generated.because, at }], at, true);
  return { kind: 'reference', target: instance.prefix + generated.target, attribute: name, at };
}

function nestedOutput(id: string, output: string, instance: Instance, at: Span): Value | undefined {
  const nested = instance.nested(id);
  if (!nested) return undefined;
  const link = { what: `output ${output} of nested stack ${id}`, at };
  const value = nested.output(output);
  if (value) return value.kind === 'unknown' ? move(value, at, link) : move(value, at);
  const what = `${nested.file.path} has no output ${output}`;
  return lost('unresolved-value', [link, { what }], at);
}

function missing(call: string, name: string, scope: Scope, at: Span): Value {
  const [opening] = scope.instance.openings();
  if (opening) return { ...opening, at, chain: [{ what: call, at }, ...opening.chain] };
  return malformed(scope, at, `${call}: the template has no parameter or resource ${name}`);
}
