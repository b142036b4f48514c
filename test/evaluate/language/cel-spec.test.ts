import { tests } from '@bufbuild/cel-spec/testdata/conformance.js';
import { describe, expect, it } from 'vitest';

import type { Element, Slot } from '../../../src/evaluate/language/runtime.ts';
import { evaluateText, plain } from './evaluate-text.ts';

/*
 * The simple tests of google/cel-spec, for the part of CEL that the rule language takes. Every test is either taken and
 * holds, or is left out by exactly one of the reasons below; a reason that leaves nothing out is an error.
 */

interface SpecTest {
  readonly id: string;
  readonly expr: string;
  readonly original: Readonly<Record<string, unknown>>;
}

const specTests: readonly SpecTest[] = (tests.suites ?? []).flatMap(suite =>
  (suite.suites ?? []).flatMap(section =>
    (section.tests ?? []).map(({ original }) => ({
      id: `${suite.name}/${section.name}/${original.name}`,
      expr: original.expr,
      original,
    })),
  ),
);

const reasons: readonly { readonly why: string; readonly leavesOut: (test: SpecTest) => boolean }[] = [
  {
    why: 'protocol buffer messages, enums and name containers: resources are maps of properties',
    leavesOut: ({ id, expr, original }) =>
      /^(proto2|proto2_ext|proto3|dynamic|enums|wrappers|namespace|type_deductions)\//.test(id) ||
      /TestAllTypes|google\.protobuf|NullValue|proto\./.test(expr) ||
      'container' in original ||
      id.startsWith('fields/qualified_identifier_resolution/'),
  },
  {
    why: 'extension libraries that rules have no use for',
    leavesOut: ({ id, expr }) =>
      /^(block_ext|encoders_ext|math_ext|network_ext)\//.test(id) ||
      /strings\.quote|\.format\(|transformMap/.test(expr),
  },
  {
    why: 'string functions that were not taken: charAt, lastIndexOf, reverse, and limits and offsets of others',
    leavesOut: ({ expr }) =>
      /\.(charAt|lastIndexOf|reverse)\(|\.(split|indexOf)\([^)]*, -?\d+\)|\.replace\([^)]*, -?\d+\)/.test(
        expr,
      ),
  },
  {
    why: 'constructors of optionals, and optFlatMap: rules meet optionals only as properties',
    leavesOut: ({ expr }) => /optional\.|optFlatMap|optional_type/.test(expr),
  },
  {
    why: 'unsigned integers and bytes: JSON has neither',
    leavesOut: ({ expr, original }) =>
      /\b(0[xX][\da-fA-F]+|\d+)[uU]\b|\buint\(|\bbytes\(|(?:^|[^\w'"])[rR]?[bB][rR]?["']/.test(expr) ||
      /uint64Value|bytesValue|UINT64|BYTES/.test(JSON.stringify(original)),
  },
  {
    why: 'timestamps and durations: dates in properties are strings',
    leavesOut: ({ id, expr }) => id.startsWith('timestamps/') || /timestamp\(|duration\(/.test(expr),
  },
  {
    why: 'type values: types are known when a rule is loaded',
    leavesOut: ({ expr, original }) =>
      /\btype\(|null_type/.test(expr) || /typeValue/.test(JSON.stringify(original)),
  },
  {
    why: 'keys that are not strings: JSON has none',
    leavesOut: ({ expr, original }) =>
      /[{,]\s*(-?\d+(\.\d+)?|true|false)\s*:/.test(expr) ||
      /"key":\{"(int64|bool)Value/.test(JSON.stringify(original)),
  },
  {
    why: 'integers beyond 2^53: numbers are those of JSON',
    leavesOut: ({ expr }) => /\d{16,}|0x7fffffffffffffff|0x8000000000000000/i.test(expr),
  },
  {
    why: 'division of doubles, infinity, NaN and negative zero: numbers are those of JSON',
    leavesOut: ({ id, expr }) =>
      /\d\.\d+ ?\/ ?\(?-?\d+\.\d+/.test(expr) ||
      /fp_overflow|fp_math\/negative_zero/.test(id) ||
      /NaN|inf/i.test(expr),
  },
];

const leftOutBy = (test: SpecTest): string | undefined =>
  reasons.find(({ leavesOut }) => leavesOut(test))?.why;

interface Json {
  readonly [key: string]: unknown;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** A value of the specification as ours. */
function ours(value: unknown): Element {
  const [[kind, inner] = ['none', null]] = isJson(value) ? Object.entries(value) : [];
  if (kind === 'listValue') return { kind: 'list', items: itemsOf(inner, 'values').map(ours) };
  if (kind === 'mapValue') return { kind: 'dict', entries: new Map(itemsOf(inner, 'entries').map(entryOf)) };
  if (kind === 'int64Value') return Number(inner);
  if (kind === 'nullValue') return null;
  if (typeof inner === 'string' || typeof inner === 'number' || typeof inner === 'boolean') return inner;
  throw new Error(`a value of kind ${kind}`);
}

function itemsOf(value: unknown, field: string): readonly unknown[] {
  const items = isJson(value) ? (value[field] ?? []) : [];
  return Array.isArray(items) ? items : [];
}

function entryOf(entry: unknown): [string, Element] {
  const key = isJson(entry) ? ours(entry['key']) : null;
  if (typeof key !== 'string') throw new Error('a key that is no string');
  return [key, isJson(entry) ? ours(entry['value']) : null];
}

function bindingsOf({ original }: SpecTest): Record<string, Slot> {
  const bindings = isJson(original['bindings']) ? original['bindings'] : {};
  return Object.fromEntries(
    Object.entries(bindings).map(([name, binding]) => [
      name,
      ours(isJson(binding) ? binding['value'] : null),
    ]),
  );
}

function expectedOf({ original }: SpecTest): unknown {
  if ('evalError' in original) return '<failure>';
  return 'value' in original ? plain(ours(original['value'])) : true;
}

const taken = specTests.filter(test => leftOutBy(test) === undefined);

describe('cel-spec', () => {
  it.each(taken)('$id: $expr', test => {
    expect(plain(evaluateText(test.expr, bindingsOf(test)))).toEqual(expectedOf(test));
  });

  it('leaves out what it says, and nothing for a reason that is gone', () => {
    const counts = new Map(reasons.map(({ why }) => [why, 0]));
    for (const test of specTests) {
      const why = leftOutBy(test);
      if (why !== undefined) counts.set(why, (counts.get(why) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count === 0)).toEqual([]);
    expect({ all: specTests.length, taken: taken.length }).toEqual({ all: 2344, taken: 706 });
  });
});
