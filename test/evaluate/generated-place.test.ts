import { expect, test } from 'vitest';

import { speakerOn } from '../../src/evaluate/finding.ts';
import { observe, wholeSubject } from '../../src/evaluate/observation.ts';
import type { AppliedRule } from '../../src/model/policy.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { Span } from '../../src/model/source.ts';
import { always, unknown } from '../../src/model/value.ts';

const span = (path: string, text: string, part: string): Span => {
  const start = text.indexOf(part);
  return { kind: 'span', file: { path, text }, start, end: start + part.length };
};

const template = '{\n "Key": {\n  "Rotation": false\n }\n}\n{ "Other": 1 }\n';
const generated = span('cdk.out/App.json', template, '"Key": {\n  "Rotation": false\n }');
const at = span('lib/app.ts', 'export {};\nnew kms.Key(this);\n', 'new kms.Key(this);');

const notKnown = unknown('unresolved-value', []);
const key: Resource = {
  kind: 'resource',
  key: 'cdk.out/App.json#Key',
  type: 'AWS::KMS::Key',
  name: 'Key',
  account: notKnown,
  region: notKnown,
  partition: notKnown,
  properties: { kind: 'dict', entries: new Map() },
  tags: { kind: 'dict', entries: new Map() },
  names: [],
  exists: always,
  at,
  generated,
};

const rule: AppliedRule = {
  rule: {
    id: 'kms/rotation',
    title: 'Keys rotate',
    severity: 'low',
    confidence: 'high',
    subject: { kind: 'resource', types: ['AWS::KMS::Key'] },
    params: {},
    let: [],
    each: [],
    assert: [],
    why: '',
    fix: { summary: '' },
    themes: [],
    aka: {},
    references: [],
    since: '0.1',
    aliases: [],
    at: generated,
  },
  severity: 'low',
  parameters: {},
};

/** The location of a finding that speaks of a place, and those beside it. */
function places(subject: Resource, origin: Span | undefined): readonly string[] {
  const place = { via: [], ...(origin && { property: 'Rotation', origin }) };
  const observation = observe(wholeSubject, 'fail', 'It does not rotate.', { place });
  const { location, related } = speakerOn(subject, text => text)(rule, observation);
  return [location, ...related].map(one => (one ? `${one.path}:${one.line}:${one.column}` : 'nowhere'));
}

test('a finding in generated text points at its source, and names the place in what was generated', () => {
  const property = span('cdk.out/App.json', template, '"Rotation": false');
  expect(places(key, property)).toEqual(['lib/app.ts:2:1', 'cdk.out/App.json:3:3']);
});

test('without a property it names the resource in what was generated', () => {
  expect(places(key, undefined)).toEqual(['lib/app.ts:2:1', 'cdk.out/App.json:2:2']);
});

test('a place outside of what was generated for the resource stays where it is', () => {
  const other = span('cdk.out/App.json', template, '"Other": 1');
  expect(places(key, other)[0]).toBe('cdk.out/App.json:6:3');
});

test('what is not generated is pointed at as it is', () => {
  const { generated: _, ...written } = key;
  const property = span('cdk.out/App.json', template, '"Rotation": false');
  expect(places({ ...written, at: generated }, property)).toEqual(['cdk.out/App.json:3:3']);
});
