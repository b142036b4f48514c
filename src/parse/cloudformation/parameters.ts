import type { Problem } from '../../model/problem.ts';
import type { Link, Unknown, Value } from '../../model/value.ts';
import { arms, lost, oneOf } from './compose.ts';
import { splitText } from './functions/split-text.ts';
import { isList, isLookedUp, readParameter, typed, written, type Parameter } from './parameter.ts';
import type { Placed } from './scope.ts';
import { maximumCombinations } from './spread.ts';
import { problemAt } from './trouble.ts';

/** What decides the parameters of an instance. */
export interface Arguments {
  /** The value that is passed; undefined or absent when none is. */
  readonly given: (name: string) => Value | undefined;
  /** What to do about a parameter without value. */
  readonly advice: (name: string) => string;
  /** The literals that conditions compare a parameter with. */
  readonly compared: (name: string) => readonly string[];
  /** Stands before the name of the parameter in the identity of a choice. */
  readonly prefix: string;
  readonly report: (problem: Problem) => void;
}

export interface Decided {
  readonly value: Value;
  /** Set when the value is a choice between these literals and something else. */
  readonly cases?: readonly string[];
}

/** A value that is given, then the default, then a choice between the allowed values, then unknown. */
export function decide(placed: Placed, arguments_: Arguments): Decided {
  const parameter = readParameter(placed);
  if (isLookedUp(parameter)) return refined(lookedUp(parameter), parameter, arguments_);
  const given = arguments_.given(parameter.name);
  return given ? passed(given, parameter, arguments_) : own(parameter, arguments_);
}

function passed(given: Value, parameter: Parameter, arguments_: Arguments): Decided {
  switch (given.kind) {
    case 'absent':
      return own(parameter, arguments_);
    case 'known': {
      checkAllowed(String(given.value), parameter, arguments_);
      return { value: typed(given, parameter) };
    }
    case 'unknown':
      return refined({ ...given, chain: [linkTo(parameter), ...given.chain] }, parameter, arguments_);
    case 'text':
      return { value: isList(parameter) ? splitText(given, ',', parameter.at) : given };
    case 'conditional': {
      const then = passed(given.then, parameter, arguments_).value;
      const otherwise = passed(given.otherwise, parameter, arguments_).value;
      return { value: arms(given.condition, then, otherwise, parameter.at) };
    }
    case 'one-of':
      return {
        value: {
          ...given,
          options: given.options.map(option => passed(option, parameter, arguments_).value),
        },
      };
    default:
      return { value: given };
  }
}

/** What the template itself says when nothing is passed. */
function own(parameter: Parameter, arguments_: Arguments): Decided {
  const { default: preset, name, at } = parameter;
  if (preset) {
    return {
      value: typed(written(preset, { what: `default of parameter ${name}`, at: preset.at }), parameter),
    };
  }
  const what = `parameter ${name} has no default; ${arguments_.advice(name)}`;
  const value = lost('unresolved-value', [{ what, at }], at, parameter.filled);
  return refined({ ...value, one: arguments_.prefix + name }, parameter, arguments_);
}

/** An unknown value that declarations or conditions narrow down becomes a choice. */
function refined(value: Unknown, parameter: Parameter, arguments_: Arguments): Decided {
  if (isList(parameter)) return { value };
  const because = linkTo(parameter);
  const choice = arguments_.prefix + parameter.name;
  const { allowed } = parameter;
  // What is allowed of a looked up parameter is its path.
  if (allowed.length > 0 && allowed.length <= maximumCombinations && !isLookedUp(parameter)) {
    const options = allowed.map(entry =>
      typed(
        written(entry, { what: `allowed value of parameter ${parameter.name}`, at: entry.at }),
        parameter,
      ),
    );
    return { value: oneOf(choice, options, because, parameter.at) };
  }
  const decided = byCases(value, arguments_.compared(parameter.name), choice, because);
  return decided.cases ? { ...decided, value: mapKnown(decided.value, parameter) } : decided;
}

function mapKnown(value: Value, parameter: Parameter): Value {
  if (value.kind !== 'one-of') return value;
  const options = value.options.map(option => (option.kind === 'known' ? typed(option, parameter) : option));
  return { ...value, options };
}

/** An unknown value becomes a choice between the literals that conditions tell apart, and everything else. */
export function byCases(value: Unknown, cases: readonly string[], choice: string, because: Link): Decided {
  if (cases.length === 0 || cases.length > maximumCombinations || !value.at) return { value };
  const { at } = value;
  const other: Unknown = cases.includes('') ? { ...value, set: true } : value;
  const literals = cases.map(text => ({ kind: 'known', value: text, at, via: [because] }) as const);
  return { value: { kind: 'one-of', choice, options: [...literals, other], because, at }, cases };
}

function lookedUp({ name, at, default: preset }: Parameter): Unknown {
  const path = preset ? ` ${preset.text}` : '';
  const what = `parameter ${name} is read from Systems Manager${path} when the stack is deployed`;
  return lost('unresolved-value', [{ what, at: preset?.at ?? at }], at, true);
}

const linkTo = ({ name, at }: Parameter): Link => ({ what: `parameter ${name}`, at });

function checkAllowed(text: string, { name, allowed, at, secret }: Parameter, { report }: Arguments): void {
  if (allowed.length === 0 || allowed.some(entry => entry.text === text)) return;
  const value = secret ? 'what is given' : text;
  const effect = 'The value is used as it is.';
  report(problemAt(at, `${value} is not an allowed value of parameter ${name}`, { effect }));
}
