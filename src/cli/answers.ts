import { didYouMean } from '../catalog/closest.ts';
import { UsageError } from '../model/problem.ts';
import type { Answers } from './io.ts';

export function textOf(answers: Answers, name: string): string | undefined {
  const value = answers[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of an option that may be given many times. */
export function textsOf(answers: Answers, name: string): readonly string[] {
  const value = answers[name];
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

export const flagOf = (answers: Answers, name: string): boolean => answers[name] === true;

/** One of a closed list of words; another word is a mistake, with the nearest one. */
export function choiceOf<const T extends string>(
  answers: Answers,
  name: string,
  allowed: readonly T[],
): T | undefined {
  const given = textOf(answers, name);
  return given === undefined ? undefined : oneOf(given, allowed, optionName(name));
}

export function oneOf<const T extends string>(given: string, allowed: readonly T[], what: string): T {
  const found = allowed.find(word => word === given);
  if (found !== undefined) return found;
  throw new UsageError(`${what} cannot be ${given === '' ? 'empty' : given}`, {
    details: [`allowed: ${allowed.join(', ')}`],
    ...hintOf(given, allowed),
  });
}

/** A whole number of at least `least`. */
export function numberOf(answers: Answers, name: string, least: number): number | undefined {
  const given = textOf(answers, name);
  if (given === undefined) return undefined;
  if (/^\d+$/.test(given) && Number(given) >= least) return Number(given);
  throw new UsageError(`${optionName(name)} cannot be ${given}`, {
    hint: `a whole number of at least ${least}`,
  });
}

/** A text of a certain form. */
export function formOf(
  answers: Answers,
  name: string,
  { form, example }: { readonly form: RegExp; readonly example: string },
): string | undefined {
  const given = textOf(answers, name);
  if (given === undefined || form.test(given)) return given;
  throw new UsageError(`${optionName(name)} cannot be ${given === '' ? 'empty' : given}`, {
    hint: `for example ${optionName(name)} ${example}`,
  });
}

/** `name=value` */
export function pairOf(given: string, option: string): { readonly name: string; readonly text: string } {
  const at = given.indexOf('=');
  if (at > 0) return { name: given.slice(0, at), text: given.slice(at + 1) };
  throw new UsageError(`${option} ${given} has no value`, { hint: `write ${option} name=value` });
}

/** `failOn` is written `--fail-on`. */
const optionName = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;

function hintOf(given: string, allowed: readonly string[]): { hint?: string } {
  const hint = didYouMean(given, allowed);
  return hint === undefined ? {} : { hint };
}
