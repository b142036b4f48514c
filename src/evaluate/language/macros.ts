import { comprehensions } from './ast.ts';
import type { Bind, Call, Comprehension, ComprehensionKind, Expr, Has } from './ast.ts';
import { SyntaxProblem } from './syntax-problem.ts';

const spellings: ReadonlyMap<string, ComprehensionKind> = new Map<string, ComprehensionKind>([
  ...comprehensions.map(name => [name, name] as const),
  ['existsOne', 'exists_one'],
  ['transformList', 'map'],
]);

/** A call that CEL defines as a macro becomes its own kind of node; any other call stays a call. */
export function expandCall(call: Call): Call | Has | Comprehension | Bind {
  if (!call.receiver) return call.function === 'has' ? expandHas(call) : call;
  if (call.function === 'bind' && call.receiver.kind === 'identifier' && call.receiver.name === 'cel')
    return expandBind(call);
  if (call.function === 'optMap') return expandOptMap(call, call.receiver);
  const macro = spellings.get(call.function);
  return macro ? expandComprehension(call, macro, call.receiver) : call;
}

function expandHas(call: Call): Has {
  const [target, ...others] = call.args;
  if (target?.kind !== 'select' || others.length > 0)
    throw new SyntaxProblem('has() needs the selection of a field', call, 'such as has(r.Name)');
  return { kind: 'has', target, start: call.start, end: call.end };
}

function expandBind(call: Call): Bind {
  const [name, value, body, ...others] = call.args;
  if (name?.kind !== 'identifier' || !value || !body || others.length > 0)
    throw new SyntaxProblem('cel.bind() needs a name, a value and an expression', call);
  const { start, end } = call;
  return { kind: 'bind', variable: name.name, value, body, optional: false, start, end };
}

function expandOptMap(call: Call, value: Expr): Bind {
  const [name, body, ...others] = call.args;
  if (name?.kind !== 'identifier' || !body || others.length > 0)
    throw new SyntaxProblem('optMap() needs a name and an expression', call);
  const { start, end } = call;
  return { kind: 'bind', variable: name.name, value, body, optional: true, start, end };
}

function expandComprehension(call: Call, macro: ComprehensionKind, over: Expr): Comprehension {
  const { start, end, name } = call;
  const variables = variablesOf(call, macro);
  const [first, second, ...others] = call.args.slice(variables.length);
  if (!first || others.length > 0 || (second && macro !== 'map')) return refuse(call);
  return {
    kind: 'comprehension',
    macro,
    over,
    variables,
    ...(second && { where: first }),
    body: second ?? first,
    name,
    start,
    end,
  };
}

/** The leading names. The last argument is always an expression, so a name there is not a variable. */
function variablesOf(call: Call, macro: ComprehensionKind): readonly string[] {
  const [first, second] = call.args;
  if (first?.kind !== 'identifier') return refuse(call);
  if (call.args.length === 2 || second?.kind !== 'identifier') {
    if (call.function === 'transformList') return refuse(call);
    return [first.name];
  }
  if (first.name === second.name)
    throw new SyntaxProblem(`${call.function}() needs two different names`, second);
  // `map(x, ready, f(x))`: CEL reads the second of three as a condition; here a bare name is a variable.
  return macro === 'map' || call.args.length === 3 ? [first.name, second.name] : refuse(call);
}

function refuse(call: Call): never {
  const example =
    call.function === 'transformList' ? 'i, x, x.Name' : call.function === 'map' ? 'x, x.Name' : "x, x != ''";
  throw new SyntaxProblem(
    `${call.function}() needs a variable name and an expression`,
    { start: call.name.start, end: call.end },
    `such as ${call.function}(${example})`,
  );
}
