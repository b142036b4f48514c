import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { readWithLibrary } from '../../src/syntax/library/read-with-library.ts';
import { readQuickly } from '../../src/syntax/quick/read-quick.ts';
import { mutatedTexts } from './mutated-texts.ts';
import { plainValue } from './plain-value.ts';
import { writtenDocuments } from './yaml-texts.ts';

const fileOf = (text: string): { path: string; text: string } => ({ path: 'a.yaml', text });

const template = `AWSTemplateFormatVersion: 2010-09-09
Description: >-
  An agent, its guardrail
  and what they need
# Parameters first
Parameters:
  ModelId: { Type: String, Default: "anthropic.claude", AllowedValues: [a, 'b', ] }
Conditions:
  IsProduction: !Equals [!Ref Stage, production]
Resources:
  Agent:   # the one
    Type: AWS::Bedrock::Agent
    Condition: IsProduction
    DependsOn:
    - Role
    - "Other"
    Properties:
      AgentName: !Sub "\${AWS::StackName}-agent"
      Instruction: "You are an \\"agent\\"
        that answers"
      IdleSessionTTLInSeconds: 600
      Prompt: |
        Line one

          Line two: # no comment
      Role: !GetAtt Role.Arn
      Tags:
        - Key: owner
          Value: !If
            - IsProduction
            - !Ref AWS::NoValue
            - team
        -
          Key: 'it''s'
          Value:
      Text: plain over
        two lines
`;

const policy = `- Effect: Allow
  Action: ['s3:*', "bedrock:InvokeModel"]
  Condition: {StringEquals: {"aws:SourceAccount": !Ref AWS::AccountId}, Bool: {x: true}}
- - a
  - - b
- !Sub
  - "\${x}"
  - { x: 1 }
- |2+
    c

- >
  d

  e
   f
`;

test.each([
  ['a template', template],
  ['a template with CRLF', template.replaceAll('\n', '\r\n')],
  ['a list', policy],
  ['a start marker', `---\n${policy}`],
])('takes %s', (_, text) => {
  expect(readQuickly(fileOf(text))).toEqual(readWithLibrary(fileOf(text)));
});

test('reads what was written, as the library does', () => {
  fc.assert(
    fc.property(writtenDocuments(), ({ value, text }) => {
      const document = readQuickly(fileOf(text));
      if (!document?.ok) throw new Error(`not taken: ${text}`);
      expect(plainValue(document.root)).toEqual(value);
      expect(document).toEqual(readWithLibrary(fileOf(text)));
    }),
    { numRuns: 400 },
  );
});

const tokens = [
  ' ',
  '\n',
  '\n\n',
  '\t',
  ':',
  ': ',
  '- ',
  '#',
  ' # c',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '!Ref ',
  '!',
  '|',
  '>+',
  '|2',
  '&a ',
  '*a',
  '? ',
  '---\n',
  '...',
  '\r\n',
  '\\',
  '\u0085',
  '😀',
  '<<: ',
  '%',
  '@',
  '- - ',
  'a: b',
  '\n    ',
  '{a: b}',
  ': |\n',
  ': >\n',
  '!!str ',
  '\f',
  "''",
  '\\"',
  '\\u00',
];

test('leaves to the library what it does not know, and agrees with it on the rest', () => {
  let taken = 0;
  fc.assert(
    fc.property(mutatedTexts([template, policy], tokens), text => {
      const document = readQuickly(fileOf(text));
      if (!document) return;
      taken += 1;
      expect(document).toEqual(readWithLibrary(fileOf(text)));
    }),
    { numRuns: 1500 },
  );
  expect(taken).toBeGreaterThan(100);
});

const left = [
  '',
  '# c',
  'a',
  '"a"',
  '[a]',
  '{"a": 1}',
  'a: &x 1',
  'a: *x',
  '<<: {a: b}',
  '{<<: {a: b}}',
  '? a',
  '%YAML 1.1\n---\na: b',
  'a: b\n---\nc: d',
  'a: b\n...',
  'a:\tb',
  '\ta: b',
  'a: !!str b',
  'a: !<x> b',
  '!a b: c',
  'a: @b',
  'a: `b`',
  'a: b: c',
  'a: - b',
  'a: "b',
  'a: [b',
  'a: [b # c]',
  'a: [b, #',
  "a: 'b\n---\n'",
  'a: "\\q"',
  'a: 1\n  b: 2',
  'a:\n  b: 1\n c: 2',
  'a: |x\n',
  'a: |\n   \n  b',
];

test.each(left)('leaves %j to the library', text => {
  expect(readQuickly(fileOf(text))).toBeUndefined();
});
