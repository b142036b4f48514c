import { expect, test } from 'vitest';

import { parseAddress, prefixOf, shownStep } from '../../../src/parse/terraform-plan/address.ts';

test.each([
  ['aws_kms_key.this', { modules: [], isData: false, type: 'aws_kms_key', name: 'this' }],
  ['aws_kms_key.this[12]', { modules: [], isData: false, type: 'aws_kms_key', name: 'this', key: 12 }],
  ['data.aws_region.here', { modules: [], isData: true, type: 'aws_region', name: 'here' }],
  [
    'module.agent["a.b"].module.key[0].aws_kms_key.this["c[d]"]',
    {
      modules: [
        { name: 'agent', key: 'a.b' },
        { name: 'key', key: 0 },
      ],
      isData: false,
      type: 'aws_kms_key',
      name: 'this',
      key: 'c[d]',
    },
  ],
  [
    'aws_kms_key.k["quote \\" and $${x} and \\U0001f511"]',
    { modules: [], isData: false, type: 'aws_kms_key', name: 'k', key: 'quote " and ${x} and \u{1f511}' },
  ],
  ['module.agent', undefined],
  ['aws_kms_key', undefined],
  ['aws_kms_key.this.arn', undefined],
  ['aws_kms_key.this[', undefined],
  ['', undefined],
])('%s', (text, expected) => {
  const address = parseAddress(text);
  expect(address).toEqual(expected);
  if (!address || /U0001/.test(text)) return;
  const { modules, isData, type, name, key } = address;
  const last = shownStep({ name, ...(key !== undefined && { key }) });
  expect(`${prefixOf(modules)}${isData ? 'data.' : ''}${type}.${last}`).toBe(text);
});
