import { describe, expect, test } from 'vitest';

import { parseCloudFormation } from '../../../src/parse/cloudformation/parse.ts';
import { parse, problemLine, propertiesOf, showCondition, shownProperties, template } from './show.ts';

describe('a macro over the whole template', () => {
  const text = `
Transform: [AWS::LanguageExtensions, Custom]
Resources:
  X: { Type: AWS::S3::Bucket, Properties: { BucketName: plain } }
`;
  const because =
    'out-of-view: the macro Custom may add or change anything around it; scan the processed template';
  const { stacks } = parse(text);

  test('leaves nothing proved of what is written', () => {
    expect(shownProperties({ stacks, problems: [] })).toEqual({
      X: { BucketName: { unknown: because }, '…': { unknown: because } },
    });
    expect(stacks[0]?.declarations.map(({ exists }) => showCondition(exists))).toEqual([
      { open: 'a.yaml#macro' },
    ]);
  });

  test('may pass other arguments to nested stacks, and give other outputs', () => {
    const nesting = `
Transform: Custom
Resources: { S: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml } } }
Outputs: { O: { Value: x, Export: { Name: shared } } }`;
    const child = 'Resources: { X: { Type: A::B::C, Properties: { A: !ImportValue shared } } }';
    const parsed = parseCloudFormation([template(nesting), template(child, {}, 'child.yaml')]);
    expect(parsed.stacks.map(({ key, declarations }) => [key, declarations.map(({ name }) => name)])).toEqual(
      [
        ['a.yaml', ['S']],
        ['child.yaml', ['X']],
      ],
    );
    expect(parsed.stacks[0]?.openings).toHaveLength(2);
    expect(shownProperties(parsed)).toMatchObject({
      X: { A: { set: expect.stringContaining('no template in view') } },
    });
  });

  test('may add resources', () => {
    expect(stacks[0]?.openings).toMatchObject([{ types: 'all', because: { cause: 'out-of-view' } }]);
  });
});

test.each([
  'AWS::LanguageExtensions',
  'AWS::Serverless-2016-10-31',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
  'AWS::CodeDeployBlueGreen',
])('%s changes nothing that rules look at', transform => {
  expect(propertiesOf('A: 1', `Transform: ${transform}`)).toEqual({ A: 1 });
});

describe('Fn::Transform', () => {
  const other = 'out-of-view: the macro M may add or change anything around it; scan the processed template';
  const unseen = 'out-of-view: AWS::Include of s3://b/k is not in view';
  test.each([
    ['A: !Transform { Name: M }', { A: { unknown: other } }],
    ['A: { "Fn::Transform": { Name: M } }', { A: { unknown: other } }],
    ['A: { B: 1, "Fn::Transform": { Name: M } }', { A: { B: { unknown: other }, '…': { unknown: other } } }],
    [
      'A: { B: 1, "Fn::Transform": { Name: AWS::Include, Parameters: { Location: s3://b/k } } }',
      { A: { B: { unknown: unseen }, '…': { unknown: unseen } } },
    ],
  ])('%s', (properties, expected) => {
    expect(propertiesOf(properties)).toEqual(expected);
  });

  test('over a resource or over all of them leaves them open', () => {
    const { stacks, problems } = parse(`
Resources:
  X: { Type: A::B::C, Properties: { A: 1 }, "Fn::Transform": { Name: M } }
  Y: { Type: A::B::C, Properties: { A: 1 } }
`);
    expect(shownProperties({ stacks, problems })).toEqual({
      X: { A: { unknown: other }, '…': { unknown: other } },
      Y: { A: 1 },
    });
    const all = parse(
      'Resources: { X: { Type: A::B::C, Properties: { A: 1 } }, "Fn::Transform": { Name: M } }',
    );
    expect(shownProperties(all)).toEqual({ X: { A: { unknown: other }, '…': { unknown: other } } });
    expect(all.stacks[0]?.openings).toHaveLength(1);
  });
});

const files: Record<string, string> = {
  'more.yaml': 'B: !Ref P\nC: 3',
  'resources.yaml': 'Included: { Type: A::B::C, Properties: { A: !Ref P } }',
  'sections.yaml': 'Resources: { FromTop: { Type: A::B::C } }\nMappings: { M: { a: { b: 1 } } }',
  'circle.yaml': '"Fn::Transform": { Name: AWS::Include, Parameters: { Location: circle.yaml } }',
  'list.yaml': '- 1',
  'broken.yaml': '{ [',
};
const include = (location: string) => `{ Name: AWS::Include, Parameters: { Location: ${location} } }`;
const read = (text: string) => parse(text, {}, { readText: path => files[path] });
const parameters = 'Parameters: { P: { Type: String, Default: p } }';

test('an include of a file in view is put in place', () => {
  const parsed = read(`${parameters}
Resources:
  X: { Type: A::B::C, Properties: { A: 1, "Fn::Transform": ${include('more.yaml')} } }
  "Fn::Transform": ${include('resources.yaml')}
`);
  expect(shownProperties(parsed)).toEqual({ X: { A: 1, B: 'p', C: 3 }, Included: { A: 'p' } });
  const included = parsed.stacks[0]?.declarations.find(({ name }) => name === 'Included');
  expect(included?.at.file.path).toBe('resources.yaml');
});

test('at the top brings sections', () => {
  const parsed = read(`
Transform: ${include('sections.yaml')}
Resources: { X: { Type: A::B::C, Properties: { A: !FindInMap [M, a, b], B: !Ref FromTop } } }
`);
  expect(shownProperties(parsed)).toEqual({ X: { A: 1, B: { to: 'a.yaml#FromTop.Ref' } }, FromTop: {} });
});

test.each(['circle.yaml', 'list.yaml', 'none.yaml', '!Ref AWS::Region'])('of %s is open', location => {
  const shown = shownProperties(
    read(`Resources: { X: { Type: A::B::C, Properties: { A: 1, "Fn::Transform": ${include(location)} } } }`),
  );
  const unseen = { unknown: expect.stringContaining('is not in view') };
  expect(shown).toEqual({ X: { A: unseen, '…': unseen } });
});

describe('a key that is written beside an include', () => {
  const unseen = 'out-of-view: AWS::Include of s3://b/k is not in view';
  const transform = `"Fn::Transform": ${include('s3://b/k')}`;

  test('may be another one when the include is not in view, and what lies around the map may not', () => {
    const shown = shownProperties(
      read(`Resources: { X: { Type: A::B::C, Properties: { A: 1, B: { C: { D: 2 }, ${transform} } } } }`),
    );
    expect(shown).toEqual({
      X: { A: 1, B: { C: { unknown: unseen }, '…': { unknown: unseen } } },
    });
  });

  test('is one of the two when the include is in view', () => {
    const shown = shownProperties(
      read(`${parameters}
Resources: { X: { Type: A::B::C, Properties: { A: 1, C: 4, "Fn::Transform": ${include('more.yaml')} } } }`),
    );
    const clash = { unknown: 'C stands beside an AWS::Include that brings it too' };
    expect(shown).toEqual({ X: { A: 1, B: 'p', C: clash } });
  });

  test.each(['Type: A::B::C', 'Type: A::B::C, Properties: { A: 1 }'])('%s of a resource', written => {
    const parsed = read(`Resources: { X: { ${written}, ${transform} }, Y: { Type: A::B::C } }`);
    const { X, Y } = shownProperties(parsed);
    expect([X, Y]).toEqual([
      { ...(written.includes('A: 1') && { A: { unknown: unseen } }), '…': { unknown: unseen } },
      {},
    ]);
    expect(parsed.stacks[0]?.declarations.map(({ exists }) => showCondition(exists))).toEqual([
      { open: 'a.yaml#macro' },
      true,
    ]);
  });

  test.each([
    [`M: { a: { b: 1, ${transform} } }`, unseen],
    [`M: { a: { b: 1 }, ${transform} }`, unseen],
    [`M: { a: { b: 1, "Fn::Transform": { Name: Own } } }`, expect.stringContaining('the macro Own')],
    [`M: { a: { b: 1 } }, "Fn::Transform": { Name: Own }`, expect.stringContaining('the macro Own')],
  ])('of a mapping: %s', (mapping, because) => {
    const parsed = read(`
Mappings: { ${mapping} }
Resources: { X: { Type: A::B::C, Properties: { A: !FindInMap [M, a, b], B: !FindInMap [M, a, c] } } }`);
    expect(shownProperties(parsed)).toEqual({ X: { A: { unknown: because }, B: { unknown: because } } });
  });
});

test('a macro among the conditions leaves them open', () => {
  const parsed = read(`
Conditions: { Never: !Equals [a, b], "Fn::Transform": { Name: Own } }
Resources: { X: { Type: A::B::C, Condition: Never } }`);
  expect(parsed.stacks[0]?.declarations.map(({ exists }) => showCondition(exists))).toEqual([
    { open: 'a.yaml#Conditions.Never' },
  ]);
});

test('of a file that cannot be read says so', () => {
  const { problems } = read(`Resources: { "Fn::Transform": ${include('broken.yaml')} }`);
  expect(problems.map(({ path, cause }) => [path, cause])).toEqual([['broken.yaml', 'parse-error']]);
});

test('that is not in view leaves open what a name stands for', () => {
  const parsed = read(`
Resources:
  X: { Type: A::B::C, Properties: { A: !Ref Elsewhere, B: !If [Unseen, 1, 2], C: !FindInMap [M, a, b] } }
  "Fn::Transform": ${include('s3://b/k')}
`);
  const unseen = 'AWS::Include of s3://b/k is not in view';
  expect(shownProperties(parsed)).toEqual({
    X: {
      A: { unknown: `out-of-view: Ref Elsewhere < ${unseen}` },
      B: { if: { open: 'a.yaml#Conditions.Unseen' }, yes: 1, no: 2 },
      C: { unknown: `out-of-view: ${unseen}` },
    },
  });
  expect(parsed.problems.map(problemLine)).toEqual([]);
});
test('modules bring what is not in view', () => {
  const { stacks } = parse('Resources: { M: { Type: My::Bucket::Thing::MODULE } }');
  expect(stacks[0]).toMatchObject({ declarations: [], openings: [{ types: 'all' }] });
});
