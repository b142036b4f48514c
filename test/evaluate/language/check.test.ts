import { describe, expect, it } from 'vitest';

import { checkPath, checkTemplate } from '../../../src/evaluate/language/check-template.ts';
import { checkExpression, checkPredicate } from '../../../src/evaluate/language/check.ts';
import type { CheckEnv } from '../../../src/evaluate/language/checker.ts';
import type { Diagnostic } from '../../../src/evaluate/language/diagnostic.ts';
import { factsType, parametersType, subjectType } from '../../../src/evaluate/language/environment.ts';
import { parseExpression } from '../../../src/evaluate/language/parse.ts';
import { showType } from '../../../src/evaluate/language/type.ts';
import { mistakes } from './check-mistakes.ts';
import { regex } from './evaluate-text.ts';
import { registry } from './sample-types.ts';

const parameter = (type: string): { type: string; description: string; required: boolean } => ({
  type,
  description: '',
  required: true,
});

function envOf(...types: readonly string[]): CheckEnv {
  const variables = new Map([
    ['r', subjectType({ kind: 'resource', types }, registry)],
    [
      'params',
      parametersType({
        models: parameter('list<string>'),
        max: parameter('int'),
        byName: parameter('map<string, int>'),
      }),
    ],
    [
      'facts',
      factsType({
        regions: {
          source: [],
          description: '',
          key: 'Region',
          value: { eu: 'bool', note: 'string?' },
          rows: {},
        },
      }),
    ],
  ]);
  return { variables, registry, regex };
}

const env = envOf('AWS::Bedrock::Agent');

function problems(text: string, by = checkExpression, within: CheckEnv = env): readonly Diagnostic[] {
  const parsed = parseExpression(text);
  return parsed.ok ? by(parsed.expr, within).diagnostics : [parsed.diagnostic];
}

/** `code@start-end message (hint)` */
const brief = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(
    ({ code, severity, message, start, end, hint }) =>
      `${severity === 'warning' ? 'warning ' : ''}${code}@${start}-${end} ${message}${hint === undefined ? '' : ` (${hint})`}`,
  );

describe('what is wrong', () => {
  it.each(mistakes)('%s', (text, expected) => {
    expect(brief(problems(text)).join('|')).toBe(expected);
  });

  it('asks predicates for a bool', () => {
    expect(brief(problems('r.AgentName', checkPredicate))).toEqual([
      'type@0-11 the condition must be bool, this is string',
    ]);
    expect(problems("r.AgentName == 'x'", checkPredicate)).toEqual([]);
  });
});

describe('guards', () => {
  it.each([
    "has(r.Mode) && r.Mode == 'STRICT'",
    "!has(r.Mode) || r.Mode == 'STRICT'",
    "has(r.Mode) ? r.Mode == 'STRICT' : false",
    "!has(r.Mode) ? false : r.Mode == 'STRICT'",
    "!(has(r.Mode) && r.Mode == 'STRICT')",
    "has(r.Guardrail) && has(r.Guardrail.Version) && r.Guardrail.Version != 'DRAFT'",
    "r.?Guardrail.?Version.hasValue() && r.Guardrail.Version != 'DRAFT'",
    "(has(r.Mode) && true) && r.Mode == 'STRICT'",
    "(!has(r.Mode) || !has(r.Guardrail)) || (r.Mode == 'STRICT' && r.Guardrail.Id == 'x')",
    "'owner' in r.tags && r.tags['owner'] == 'x'",
    "'owner' in r.tags && r.tags.owner == 'x'",
    "params.models.exists(m, m in r.tags && r.tags[m] == 'x')",
    "cel.bind(g, r, has(g.Mode) && r.Mode == 'STRICT')",
    "has(r.Actions) && r.Actions.exists(a, has(a.Name) && a.Name == 'x')",
    "r.?Mode.orValue('LOOSE') == 'STRICT'",
    "size(params.models) > 0 && params.models.all(m, m != '')",
    "size(params.models) == 0 || params.models.all(m, m != '')",
    "params.models.size() >= 1 && params.models.all(m, m != '')",
    "params.models != [] && params.models.all(m, m != '')",
    "params.models.exists(m, true) && params.models.all(m, m != '')",
    "['a', 'b'].all(m, m != '')",
    "r.region in facts.regions && facts.regions[r.region].eu && facts.regions[r.region].?note.orValue('') == ''",
    "r.PolicyDocument.statements.exists(s, s.Effect == 'Allow' && s.principals.exists(p, p.value == '*'))",
    "r.Free.anything.at.all == 3 && r.Free.statements.exists(s, s.Effect == 'Deny')",
    "unknown('no row') == 'x' || r.AgentName.refersTo('AWS::KMS::Key')",
    'params.max / 2 % 3 == 1 && params.max * 1.5 < 4.0',
  ])('%s', text => {
    expect(brief(problems(text, checkPredicate))).toEqual([]);
  });

  it.each([
    "has(r.Mode) || r.Mode == 'STRICT'",
    "!has(r.Mode) && r.Mode == 'STRICT'",
    "has(r.Guardrail) && r.Mode == 'STRICT'",
    "(has(r.Mode) || has(r.Guardrail)) && r.Mode == 'STRICT'",
    "has(r.Mode) ? true : r.Mode == 'STRICT'",
    'r.Actions.exists(a, true)',
    "has(r.Actions) && r.Actions.exists(a, has(a.Name)) && r.Actions.exists(a, a.Name == 'x')",
    "'owner' in r.tags && r.tags['other'] == 'x'",
    'has(r.Guardrail.Version)',
  ])('not enough: %s', text => {
    expect(problems(text).map(({ code }) => code)).toContain('maybe-absent');
  });

  it('takes over what holds before', () => {
    const parsed = parseExpression('has(r.Mode)');
    const whenTrue = parsed.ok ? checkExpression(parsed.expr, env).whenTrue : undefined;
    expect(
      problems("r.Mode == 'STRICT'", checkExpression, { ...env, ...(whenTrue && { assume: whenTrue }) }),
    ).toEqual([]);
  });
});

describe('types', () => {
  it.each([
    ['r', 'AWS::Bedrock::Agent'],
    ['r.PolicyDocument.statements', 'list<statement>'],
    ['r.?Guardrail.?Version', 'optional<string>'],
    ["r.linked('KmsKeyArn', 'AWS::KMS::Key')", 'list<AWS::KMS::Key>'],
    ['params.models.map(m, size(m))', 'list<int>'],
    ['params.byName.map(k, v, v)', 'list<int>'],
    ['params.byName.filter(k, true)', 'list<string>'],
    ["r.AgentName == 'x' ? 1 : 2.0", 'double'],
    ['[[1], [2]].flatten()', 'list<int>'],
    ["arn('x').service", 'string'],
    ["r.?Mode.orValue('NONE')", 'string'],
    ['facts.regions', 'map<string, regions>'],
    ["{'a': 1}", 'map<string, int>'],
    ['r.?Mode.optMap(m, size(m))', 'optional<int>'],
  ])('%s is %s', (text, expected) => {
    const parsed = parseExpression(text);
    expect(parsed.ok && showType(checkExpression(parsed.expr, env).type)).toBe(expected);
  });

  it('joins several resource types: what one of them lacks is optional', () => {
    const both = envOf('AWS::Bedrock::Agent', 'AWS::KMS::Key');
    expect(brief(problems("r.AgentName == 'x'", checkExpression, both))).toEqual([
      "maybe-absent@2-11 'AgentName' is optional and may be absent (guard it with has(….AgentName), or use .?AgentName.orValue(…))",
    ]);
    expect(
      problems("has(r.AgentName) && r.AgentName == 'x' && r.name == 'y'", checkExpression, both),
    ).toEqual([]);
  });

  it('knows the fields of a scope', () => {
    const variables = new Map([['r', subjectType({ kind: 'scope', scope: 'stack' }, registry)]]);
    expect(problems("r.kind == 'stack' && r.name != ''", checkExpression, { variables, registry })).toEqual(
      [],
    );
    expect(problems('r.Name', checkExpression, { variables, registry }).map(({ code }) => code)).toEqual([
      'unknown-field',
    ]);
  });
});

describe('messages and places', () => {
  it('lets a message print what may be absent, and no more than that', () => {
    expect(brief(checkTemplate('{{ r.Mode }} {{ r.Moode }} {{ r. }}', env))).toEqual([
      "unknown-field@18-23 AWS::Bedrock::Agent has no field 'Moode' (did you mean 'Mode'?)",
      "syntax@33-33 expected a field name after '.', but the expression ends",
    ]);
  });

  it.each([
    ['r.Guardrail.Version', []],
    ["r.tags['owner']", []],
    ['r.Guardrail.Versio', ['unknown-field']],
    ['size(r.AgentName)', ['not-a-path']],
    ['r.Actions.map(a, a.Name)', ['not-a-path']],
  ])('points at %s', (text, codes) => {
    const parsed = parseExpression(text);
    expect(parsed.ok ? checkPath(parsed.expr, env).map(({ code }) => code) : ['syntax']).toEqual(codes);
  });
});
