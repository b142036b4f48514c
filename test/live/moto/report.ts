import type { Estate } from './estate.ts';
import { home, management } from './estate.ts';

/** The subjects of a rule by verdict, each list in order; `@` names the Region of what is not in the one where most is. */
export interface Verdicts {
  readonly fail?: readonly string[];
  readonly pass?: readonly string[];
  readonly unknown?: readonly string[];
}

export interface Said {
  /** By rule; of a rule that decides nothing, nothing. */
  readonly verdicts: ReadonlyMap<string, Verdicts>;
  /** Calls without an answer, and the cause that each of them has. */
  readonly problems: Readonly<Record<string, string>>;
}

const shown = ['fail', 'pass', 'unknown'] as const;

/** A report in the words of the tests: names and labels in the place of ids. */
export function readReport(report: unknown, estate: Estate): Said {
  const rules = Map.groupBy(listOf(report, 'results'), result => textOf(result, 'rule'));
  const verdictsOf = (results: readonly unknown[]): Verdicts =>
    Object.fromEntries(
      shown.flatMap(verdict => {
        const some = results.filter(result => textOf(result, 'verdict') === verdict);
        const names = [...new Set(some.map(result => nameOf(memberOf(result, 'resource'), estate)))];
        return names.length === 0 ? [] : [[verdict, names.toSorted()]];
      }),
    );
  return {
    verdicts: new Map([...rules].map(([rule, results]) => [rule, verdictsOf(results)])),
    problems: Object.fromEntries(
      listOf(report, 'problems').map(problem => [
        /^\S+/.exec(textOf(problem, 'message'))?.[0] ?? '',
        textOf(problem, 'cause'),
      ]),
    ),
  };
}

function nameOf(resource: unknown, { organisation, labels }: Estate): string {
  const [id, region] = [textOf(resource, 'id'), textOf(resource, 'region')];
  const accounts = { ...organisation.accounts, management };
  const known = Object.entries(labels).find(([own]) => id.endsWith(own))?.[1];
  const name = known ?? (textOf(resource, 'name') || id);
  const named = Object.entries(accounts).reduce(
    (text, [account, number]) => text.replaceAll(number, account),
    name.startsWith('arn:') ? name.split(':').slice(4).join(':') : name,
  );
  return region === home || region === 'global' || named.includes(region) ? named : `${named} @${region}`;
}

function memberOf(value: unknown, name: string): unknown {
  return Object.entries(Object(value)).find(([key]) => key === name)?.[1];
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list : [];
}

function textOf(value: unknown, name: string): string {
  const text = memberOf(value, name);
  return typeof text === 'string' ? text : '';
}
