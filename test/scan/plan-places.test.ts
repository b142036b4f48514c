import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { Value } from '../../src/model/value.ts';
import { estateOf } from '../../src/scan/scan.ts';
import { requestOf } from './scan-folder.ts';

/*
 * The plans in fixtures/triples were made by Terraform, with their source beside them: each resource stands at its block
 * and each property at what was written, by file, line and column.
 */

const triples = join(import.meta.dirname, '../../fixtures/triples');

test.each(readdirSync(triples).toSorted())(
  '%s: every resource and property of the plan has its place',
  async name => {
    const folder = join(triples, name, 'terraform');
    const { estate } = await estateOf(requestOf(folder, [join(folder, 'plan.json')]));
    expect(estate.resources.length).toBeGreaterThan(0);
    const lost = estate.resources.flatMap(({ name: address, at, properties }) => [
      ...(isSource(at) ? [] : [address]),
      ...[...properties.entries].flatMap(([property, value]) => misplaced(value, `${address} ${property}`)),
    ]);
    expect(lost).toEqual([]);
  },
);

const isSource = (at: Value['at']): boolean => at?.kind === 'span' && at.file.path.endsWith('.tf');

function misplaced(value: Value, path: string): string[] {
  const own = isSource(value.at) ? [] : [path];
  if (value.kind === 'dict')
    return [...own, ...[...value.entries].flatMap(([key, part]) => misplaced(part, `${path}.${key}`))];
  if (value.kind === 'list')
    return [...own, ...value.items.flatMap((item, index) => misplaced(item, `${path}[${index}]`))];
  return own;
}
