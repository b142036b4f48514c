import { describe, expect, test } from 'vitest';

import { parse, problemLine, propertiesOf, showCondition } from './show.ts';

const parameters = `
Parameters:
  Env: { Type: String, AllowedValues: [dev, test, prod] }
  Size: { Type: String, Default: small }
  Flag: { Type: String, Default: 'true' }
  Free: { Type: String }
  Key: { Type: String }
  Either: { Type: String, AllowedValues: [a, b] }
`;

/** The condition C as it decides whether X exists, and what was wrong with it. */
function exists(conditions: string, more = {}): unknown {
  const text = `${parameters}\nConditions:\n  C: ${conditions}\nResources: { X: { Type: A::B::C, Condition: C } }`;
  const parsed = parse(text, more);
  const [stack] = parsed.stacks;
  const declared = stack?.declarations[0];
  const shown = declared ? showCondition(declared.exists) : false;
  return parsed.problems.length > 0 ? { shown, problems: parsed.problems.map(problemLine) } : shown;
}

const picks = (name: string, ...of: boolean[]) => ({ equals: [{ choice: `a.yaml#${name}`, of }, true] });

test.each([
  ['!Equals [!Ref Size, small]', true],
  ['!Equals [!Ref Size, large]', false],
  ['!Equals [!Ref Flag, true]', true],
  ['!Equals ["1", 1]', true],
  ['!Not [!Equals [!Ref Size, small]]', false],
  ['!Not [!Not [!Equals [!Ref Size, small]]]', true],
  ['!Equals [!Ref Env, prod]', picks('Env', false, false, true)],
  ['!Equals [prod, !Ref Env]', picks('Env', false, false, true)],
  ['!Equals [!Ref Env, other]', false],
  ['!Equals [!Ref Env, !Ref Env]', true],
  ['!Equals [!Sub "${Env}-x", prod-x]', picks('Env', false, false, true)],
  ['!Not [!Equals [!Ref Env, prod]]', { not: picks('Env', false, false, true) }],
  ['!And [!Equals [a, a], !Equals [!Ref Env, prod]]', picks('Env', false, false, true)],
  ['!And [!Equals [a, b], !Equals [!Ref Env, prod]]', false],
  ['!Or [!Equals [a, a], !Equals [!Ref Env, prod]]', true],
  [
    '!Or [!Equals [!Ref Env, dev], !Equals [!Ref Either, a]]',
    { or: [picks('Env', true, false, false), picks('Either', true, false)] },
  ],
  [
    '!Equals [!FindInMap [M, !Ref Env, K], 2]\nMappings: { M: { dev: { K: 1 }, test: { K: 2 }, prod: { K: 2 } } }',
    picks('Env', false, true, true),
  ],
])('%s', (condition, expected) => {
  expect(exists(condition)).toEqual(expected);
});

test('conditions name each other', () => {
  expect(
    exists('{ Condition: D }\n  D: !And [!Condition E, !Condition E]\n  E: !Equals [!Ref Env, dev]'),
  ).toEqual(picks('Env', true, false, false));
});

test('conditions may go in circles, which decides nothing', () => {
  expect(exists('!Not [!Condition D]\n  D: !Not [!Condition C]')).toEqual({
    shown: { open: 'a.yaml#Conditions.C' },
    problems: ['a.yaml:11:3: the condition C depends on itself'],
  });
});

test('conditions may grow beyond what can be looked at', () => {
  const steps = Array.from({ length: 30 }, (_, index) => {
    const before = index === 0 ? '!Equals [!Ref Env, prod]' : `!Condition D${index - 1}`;
    return `  D${index}: !Or [!And [${before}, !Equals [!Ref Free, x${index}]], !And [!Not [${before}], !Equals [!Ref Key, y]]]`;
  });
  const outcome = exists(`!Condition D29\n${steps.join('\n')}`);
  expect(JSON.stringify(outcome).length).toBeLessThan(200_000);
  expect(outcome).toMatchObject({
    problems: [
      expect.stringContaining('has more than 2000 comparisons'),
      expect.anything(),
      expect.anything(),
    ],
  });
});

test.each([
  ['!Equals [a]', 'Fn::Equals needs two values'],
  ['!Condition Nobody', 'the template has no condition Nobody'],
  ['[]', 'a condition needs one of Fn::And, Fn::Or, Fn::Not, Fn::Equals and Condition'],
])('conditions that CloudFormation refuses stay open: %s', (condition, message) => {
  expect(exists(condition)).toEqual({
    shown: { open: expect.stringContaining('a.yaml#Conditions[') },
    problems: [`a.yaml:11:6: ${message}`],
  });
});

test('conditions that are written out as truths are that', () => {
  expect(exists('true')).toBe(true);
});
describe('a parameter without default is one of what it is compared with, or something else', () => {
  const free = { unknown: 'parameter Free has no default; pass --cfn-parameters Free=…' };

  test('and never two of them', () => {
    expect(exists('!Or [!Equals [!Ref Free, x], !Equals [!Ref Free, y]]')).toEqual({
      or: [picks('Free', true, false, false), picks('Free', false, true, false)],
    });
  });

  test('where it is used too', () => {
    const conditions = `${parameters}\nConditions: { C: !Equals [!Ref Free, x] }`;
    expect(propertiesOf('A: !Ref Free\nB: !Sub "${Free}!"', conditions)).toEqual({
      A: { choice: 'a.yaml#Free', of: ['x', { unknown: free.unknown }] },
      B: { choice: 'a.yaml#Free', of: ['x!', { text: [free, '!'] }] },
    });
  });

  test('so that what is not empty is set', () => {
    const conditions = `${parameters}\nConditions: { Has: !Not [!Equals [!Ref Free, '']] }`;
    expect(propertiesOf('A: !If [Has, !Ref Free, !Ref AWS::NoValue]', conditions)).toEqual({
      A: {
        if: { not: picks('Free', true, false) },
        yes: { choice: 'a.yaml#Free', of: ['', { set: free.unknown }] },
        no: { absent: true },
      },
    });
  });

  test('also when it is compared with another parameter', () => {
    expect(exists('!Equals [!Ref Free, !Ref Size]')).toEqual(picks('Free', true, false));
  });

  test('and a comparison that nobody can decide is one choice wherever it is written', () => {
    const open = { open: 'a.yaml#Conditions[Fn::Equals !Equals [!Ref Free, !Ref Key]]' };
    expect(
      exists('!And [!Equals [!Ref Free, !Ref Key], !Condition D]\n  D: !Equals [!Ref Free, !Ref Key]'),
    ).toEqual({
      and: [open, open],
    });
  });

  test('a region that is not given as well', () => {
    expect(exists('!Equals [!Ref AWS::Region, us-east-1]')).toEqual(picks('AWS::Region', true, false));
    expect(exists('!Equals [!Ref AWS::Region, us-east-1]', { placement: { region: 'us-east-1' } })).toBe(
      true,
    );
  });
});

const equals = (text: string) => exists(`!Equals [!Sub "a-\${Free}-z", "${text}"]`);

describe('a text of which parts are known decides where it can', () => {
  test('no', () => {
    expect([equals('b-x-z'), equals('a-x-y'), equals(''), equals('a-z')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
  test('perhaps', () => {
    expect(equals('a-x-z')).toEqual({ open: expect.any(String) });
  });
});

describe('resources', () => {
  test('whose condition is false are not declared, and are listed', () => {
    const { stacks } = parse(
      'Conditions: { Never: !Equals [a, b] }\nResources: { X: { Type: A::B::C, Condition: Never } }',
    );
    expect(stacks[0]?.declarations).toEqual([]);
    expect(stacks[0]?.notCreated).toMatchObject([{ key: 'a.yaml#X', type: 'A::B::C' }]);
  });

  test('with a condition that nobody declares may exist', () => {
    const { stacks, problems } = parse('Resources: { X: { Type: A::B::C, Condition: Nobody } }');
    expect(stacks[0]?.declarations.map(({ exists: condition }) => showCondition(condition))).toEqual([
      { open: 'a.yaml#Conditions.Nobody' },
    ]);
    expect(problems.map(problemLine)).toEqual(['a.yaml:1:34: the condition Nobody of X is not declared']);
  });
});
