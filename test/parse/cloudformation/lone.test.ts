import { expect, test } from 'vitest';

import { parseLone } from '../../../src/parse/cloudformation/lone.ts';
import { parseCloudFormation } from '../../../src/parse/cloudformation/parse.ts';
import { template } from './show.ts';

const child = `
Parameters: { Name: { Type: String, Default: mine } }
Resources: { Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Name, Broken: !Ref Nowhere } } }
`;
const exporting = `
Resources: { Key: { Type: AWS::KMS::Key } }
Outputs: { Arn: { Value: !GetAtt Key.Arn, Export: { Name: key } } }
`;
const wrong = `
Resources: { Key: { Type: AWS::KMS::Key } }
Outputs: { Arn: { Value: !GetAtt Nothing.Arn, Export: { Name: key } } }
`;
const importing = `
Resources: { Bucket: { Type: AWS::S3::Bucket, Properties: { Key: !ImportValue key } } }
`;
const nesting = `
Resources:
  Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml, Parameters: { Name: theirs } } }
`;
const never = `
Conditions: { Never: !Equals [a, b] }
Resources:
  Inner: { Type: AWS::CloudFormation::Stack, Condition: Never, Properties: { TemplateURL: child.yaml } }
`;

/** All at once, and each that can be by itself beforehand. */
function bothWays(files: Record<string, string>) {
  const context = { readText: (path: string) => files[path] };
  const trees = Object.entries(files).map(([path, text]) => template(text, {}, path));
  const early = trees.map(tree => parseLone(tree, context) ?? tree);
  return {
    together: parseCloudFormation(trees, context),
    early: parseCloudFormation(early, context),
    lone: early.filter(one => 'stack' in one).map(({ file }) => file.path),
  };
}

test.each<[string, Record<string, string>, readonly string[]]>([
  ['nothing between them', { 'a.yaml': child, 'b.yaml': exporting }, ['a.yaml', 'b.yaml']],
  ['one nests the other', { 'child.yaml': child, 'parent.yaml': nesting }, ['child.yaml']],
  ['one nests the other, never', { 'child.yaml': child, 'parent.yaml': never }, ['child.yaml']],
  ['one imports from the other', { 'a.yaml': importing, 'b.yaml': exporting }, ['b.yaml']],
  [
    'one imports what two export',
    { 'a.yaml': importing, 'b.yaml': exporting, 'c.yaml': exporting },
    ['b.yaml', 'c.yaml'],
  ],
  ['one imports what is wrong', { 'a.yaml': importing, 'b.yaml': wrong }, ['b.yaml']],
  ['nobody imports what is wrong', { 'a.yaml': child, 'b.yaml': wrong }, ['a.yaml', 'b.yaml']],
])('parsed by themselves or together, templates say the same: %s', (_, files, expected) => {
  const { together, early, lone } = bothWays(files);
  expect(lone).toEqual(expected);
  expect(early.stacks).toEqual(together.stacks);
  expect(new Set(early.problems)).toEqual(new Set(together.problems));
});

test('one of which others may know the name of the stack waits for them', () => {
  expect(parseLone(template(child, { stackName: 'storage' }), {})).toBeUndefined();
});
