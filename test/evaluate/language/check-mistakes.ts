/** Expressions with what the checker says of them: `code@start-end message (hint)`, several joined by `|`. */
export const mistakes: readonly (readonly [text: string, expected: string])[] = [
  [
    'r.FoundationModl == "x"',
    "unknown-field@2-16 AWS::Bedrock::Agent has no field 'FoundationModl' (did you mean 'FoundationModel'?)",
  ],
  ['has(r.Nothing)', "unknown-field@6-13 AWS::Bedrock::Agent has no field 'Nothing'"],
  [
    'r.AgentArn == "x"',
    "unknown-field@2-10 AWS::Bedrock::Agent has no field 'AgentArn' (AgentArn is an attribute, which AWS sets; only properties are compared)",
  ],
  [
    'r.Guardrail.Versio == "1"',
    "maybe-absent@2-11 'Guardrail' is optional and may be absent (guard it with has(….Guardrail), or use .?Guardrail.orValue(…))|unknown-field@12-18 AWS::Bedrock::Agent GuardrailConfiguration has no field 'Versio' (did you mean 'Version'?)",
  ],
  ['r.AgentName.x', "unknown-field@12-13 string has no field 'x'"],
  [
    'r.Actions.Name == "x"',
    "maybe-absent@2-9 'Actions' is optional and may be absent (guard it with has(….Actions), or use .?Actions.orValue(…))|unknown-field@10-14 list<AWS::Bedrock::Agent ActionGroup> has no field 'Name' (a list has elements: use exists(), all(), filter() or map())",
  ],
  ['agent.Name', "unknown-variable@0-5 there is no variable 'agent' (known are r, params, facts)"],
  ['param.max', "unknown-variable@0-5 there is no variable 'param' (did you mean 'params'?)"],
  ['params.maxx', "unknown-field@7-11 params has no field 'maxx' (did you mean 'max'?)"],
  ['facts.region', "unknown-field@6-12 facts has no field 'region' (did you mean 'regions'?)"],
  [
    "facts.regions['eu-west-1'].eu",
    'maybe-absent@14-25 the key "eu-west-1" may be absent (guard it with \'…\' in …, or use [?…].orValue(…))',
  ],
  [
    'r.tags.owner == "x"',
    'maybe-absent@7-12 the key "owner" may be absent (guard it with \'…\' in …, or use [?…].orValue(…))',
  ],
  ['r.AgentName == 3', 'never-true@0-16 string is never equal to 3'],
  ["r.AgentName == ['x']", 'never-true@0-20 string is never equal to list<string>'],
  [
    "r.Mode == 'Stict'",
    "never-true@0-17 string is never equal to \"Stict\" (did you mean 'STRICT'?)|maybe-absent@2-6 'Mode' is optional and may be absent (guard it with has(….Mode), or use .?Mode.orValue(…))",
  ],
  [
    "has(r.Mode) && r.Mode in ['STRICT', 'LAX']",
    'never-true@36-41 the property is never "LAX" (its values are STRICT, LOOSE)',
  ],
  [
    "r.?Mode == 'STRICT'",
    'never-true@0-19 optional<string> is never equal to "STRICT" (an optional becomes a value with .orValue(…))',
  ],
  ['3 in params.models', 'never-true@0-18 3 is never in list<string>'],
  ['r.AgentName && true', 'type@0-11 the operand of && must be bool, this is string'],
  ['!r.AgentName', "type@1-12 the operand of '!' must be bool, this is string"],
  ["r.AgentName + 1 == ''", 'type@0-15 string and int cannot be added (convert with string(…))'],
  ['r.AgentName < 3', 'type@0-15 string and int have no order'],
  ['1.5 / 2 == 1', 'type@0-3 / is for integers, this is double'],
  ['params.models[0].x', "unknown-field@17-18 string has no field 'x'"],
  ["params.models['a']", 'type@14-17 the index of a list must be int, this is string'],
  [
    'params.max.exists(x, true)',
    'type@0-10 what exists() goes over must be list<dyn> or map<string, dyn>, this is int',
  ],
  ['params.models.exists(x, x)', 'type@24-25 the condition of exists() must be bool, this is string'],
  ['params.models.exists(x, x == 1)', 'never-true@24-30 string is never equal to 1'],
  [
    "params.models.contains('a')",
    'type@0-13 what contains() is called on must be string, this is list<string>',
  ],
  ['r.AgentName.startsWith(1)', 'type@23-24 argument 1 of startsWith() must be string, this is int'],
  ['length(r.AgentName)', 'unknown-function@0-6 there is no function length() (use size())'],
  [
    "r.AgentName.startWith('a')",
    "unknown-function@12-21 there is no function startWith() (did you mean 'startsWith'?)",
  ],
  [
    "r.AgentName.startsWith('a', 'b')",
    'unknown-function@12-22 there is no method startsWith() with 2 arguments (….startsWith(…))',
  ],
  [
    "startsWith(r.AgentName, 'a')",
    'unknown-function@0-10 there is no function startsWith() with 2 arguments (….startsWith(…))',
  ],
  [
    "r.AgentName.matches('(')",
    'bad-pattern@20-23 error parsing regexp: missing closing ): `(` (patterns are RE2: no look-around, no back-references)',
  ],
  [
    'r.AgentName.matches(r.AgentName)',
    'warning dynamic-pattern@20-31 the pattern is not a literal, so nobody can check it before it runs',
  ],
  [
    "r.linked('KmsKey', 'AWS::KMS::Kye').exists(k, true)",
    "unknown-path@9-17 AWS::Bedrock::Agent has no property 'KmsKey' (did you mean 'KmsKeyArn'?)|unknown-type@19-34 there is no resource type 'AWS::KMS::Kye' (did you mean 'AWS::KMS::Key'?)",
  ],
  [
    "r.linkedFrom('Guardrail.Versio', 'AWS::Bedrock::Agent').exists(k, true)",
    "unknown-path@13-31 AWS::Bedrock::Agent GuardrailConfiguration has no property 'Versio' (did you mean 'Version'?)",
  ],
  [
    "r.linkedFrom('KmsKeyArn', 'AWS::Bedrock::Agent', 'stak').exists(k, true)",
    "unknown-scope@49-55 there is no scope 'stak' (one of stack, account-region, account, organisation)",
  ],
  [
    "resources('AWS::KMS::Key').exists(k, k.Nothing)",
    "unknown-field@39-46 AWS::KMS::Key has no field 'Nothing' (its fields are type, name, key, account, region, partition, tags, EnableKeyRotation, KeyPolicy)",
  ],
  [
    "r.AgentName.linked('X', 'AWS::KMS::Key').exists(k, true)",
    'type@0-11 relations start at a resource, this is string',
  ],
  [
    'r.linked(r.AgentName, "AWS::KMS::Key").exists(k, true)',
    'not-a-literal@9-20 the property path of linked() must be written out',
  ],
  [
    "r.PolicyDocument.statements.exists(s, s.allowsAction('bedrock:*'))",
    'not-an-action@53-64 "bedrock:*" is not one action (such as \'bedrock:InvokeModel\'; the wildcards are in the statement)',
  ],
  [
    "r.PolicyDocument.statements.exists(s, s.Effect == 'allow')",
    'never-true@38-57 string is never equal to "allow" (did you mean \'Allow\'?)',
  ],
  [
    "r.PolicyDocument.statements.exists(s, s.action == 'x')",
    "unknown-field@40-46 statement has no field 'action' (did you mean 'Action'?)",
  ],
  [
    "r.PolicyDocument.statements.exists(s, s.conditions.exists(c, c.key == 'aws:x'))",
    "warning letter-case@63-66 condition keys have no letter case (compare lowerKey: c.lowerKey == 'aws:sourceaccount')",
  ],
  [
    "r.PolicyDocument.statements.exists(s, s.conditions.exists(c, c.lowerKey == 'aws:X'))",
    'never-true@75-82 lowerKey is in lower case (write "aws:x")',
  ],
  [
    'params.models.all(m, m != "")',
    'warning vacuous-all@14-17 all() is true of an empty list (say what an empty list means: size(params.models) > 0 && …, or size(params.models) == 0 || …)',
  ],
  [
    "size(params.models.filter(m, m != '')) > 0",
    'warning use-exists@0-42 the size of a filtered list is unknown as soon as one element is (ask with exists())',
  ],
];
