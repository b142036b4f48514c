import { expect, test } from 'vitest';

import type { Json, JsonObject } from '../../../src/model/observation.ts';
import { contracts } from './contracts/all.ts';
import type { Contract } from './contracts/contract.ts';
import { observed, verdicts } from './contracts/judge.ts';

/*
 * What nobody set, AWS leaves out, or gives as null, an empty text, an empty list, an object of such: where a rule fails
 * on nothing, it does not pass on any of them.
 */

/** From the answer down: names of members and places in lists. */
type Path = readonly (string | number)[];

test.each(contracts)('$template.type: $name', contract => {
  const judge = judgeOf(contract);
  const { data } = contract.answer;
  const better = membersOf(data).flatMap(({ path, value }) => {
    const fails = failing(judge(changed(data, path)));
    if (fails.length === 0) return [];
    return emptyForms(value).flatMap(form => {
      const now = judge(changed(data, path, form));
      const wrong = fails.filter(rule => now[rule] !== 'fail' && now[rule] !== 'unknown');
      return wrong.map(rule => `${rule}: ${path.join('.')} = ${JSON.stringify(form)}`);
    });
  });
  expect(better).toEqual([]);
});

const failing = (said: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(said).filter(rule => said[rule] === 'fail');

function judgeOf({ answer, around, subject = answer.id }: Contract) {
  return (data: Json) =>
    verdicts(
      observed([{ ...answer, data: isObject(data) ? data : {} }, ...(around?.answers ?? [])]),
      subject,
    );
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value);

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Every member of every object, at every depth. */
function membersOf(data: Json, above: Path = []): readonly { readonly path: Path; readonly value: Json }[] {
  if (isList(data)) return data.flatMap((item, index) => membersOf(item, [...above, index]));
  if (!isObject(data)) return [];
  return Object.entries(data).flatMap(([name, value]) => [
    { path: [...above, name], value },
    ...membersOf(value, [...above, name]),
  ]);
}

/** The answer with another value in a place, or without what is there. */
function changed(data: Json, [first, ...rest]: Path, value?: Json): Json {
  if (isList(data)) return data.map((item, index) => (index === first ? changed(item, rest, value) : item));
  if (!isObject(data)) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, member]): readonly (readonly [string, Json])[] => {
      if (name !== first) return [[name, member]];
      if (rest.length > 0) return [[name, changed(member, rest, value)]];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function emptyForms(value: Json): readonly Json[] {
  if (typeof value === 'string') return [null, ''];
  if (isList(value)) return [null, []];
  return isObject(value) ? [null, {}, emptied(value)] : [null];
}

const emptied = (value: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === 'string' ? '' : isList(member) ? [] : null,
    ]),
  );
