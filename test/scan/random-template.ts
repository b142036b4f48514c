import type { Random } from '../evaluate/language/random.ts';

/** Texts that have broken readers, printers or terminals before. */
const hostile = [
  '',
  ' ',
  '\0',
  '\u0007\u001b]0;title\u0007\u001b[2J',
  '\u001b[31mred',
  '\u202Ereversed',
  '\u2028\u2029',
  '\uD800',
  '\uDC00x',
  '\uE0000\uE000',
  '\uE0010\uE001',
  '\uFFFF',
  '{{ r.AgentName }}',
  '{{',
  '}}',
  '{{resolve:ssm:/a}}',
  '{{resolve:',
  '${',
  '${}',
  '${A',
  '${!A}',
  '${__proto__}',
  '${A.B.C}',
  '$&$1',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '<script>alert(1)</script>',
  ']]>',
  '| a | b |\n|---|',
  '```',
  '::error file=a::b',
  '%0A',
  '../../etc/passwd',
  'C:\\\\x',
  'arn:aws:iam::*:role/*',
  '::::::',
  '*'.repeat(300),
  'a'.repeat(70_000),
  '(a+)+$',
  '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  '{"a":'.repeat(400),
  '['.repeat(400),
  '1e999',
  '-0',
  '0x10',
  '9007199254740993',
] as const;

const names = [
  'A',
  'B',
  'C',
  'P',
  'L',
  '__proto__',
  'constructor',
  'AWS::Region',
  'AWS::NoValue',
  'AWS::StackId',
] as const;

const types = [
  'AWS::Bedrock::Agent',
  'AWS::Bedrock::Agent',
  'AWS::Bedrock::Guardrail',
  'AWS::Bedrock::GuardrailVersion',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Role',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::CloudTrail::Trail',
  'AWS::CloudFormation::Stack',
  'AWS::CloudFormation::StackSet',
  'AWS::Serverless::Function',
  'AWS::Serverless::Api',
  'AWS::Serverless::Application',
  'Custom::AWS',
  'AWS::CloudFormation::CustomResource',
  'Acme::One::Two::MODULE',
  'AWS::Bedrock::Agnet',
] as const;

const properties = [
  'AgentName',
  'FoundationModel',
  'GuardrailConfiguration',
  'GuardrailIdentifier',
  'GuardrailVersion',
  'PolicyDocument',
  'AssumeRolePolicyDocument',
  'Statement',
  'Effect',
  'Action',
  'Resource',
  'Principal',
  'Condition',
  'Roles',
  'Tags',
  'Key',
  'Value',
  'Name',
  'BucketName',
  'S3BucketName',
  'TemplateURL',
  'Parameters',
  'Events',
  'Policies',
  'Create',
  'Update',
  'service',
  'action',
  'parameters',
  'VpcConfig',
  'SubnetIds',
  'Role',
  '__proto__',
  'constructor',
] as const;

const functions = [
  'Ref',
  'Fn::GetAtt',
  'Fn::Sub',
  'Fn::Join',
  'Fn::If',
  'Fn::Select',
  'Fn::Split',
  'Fn::FindInMap',
  'Fn::ImportValue',
  'Fn::Base64',
  'Fn::Cidr',
  'Fn::GetAZs',
  'Fn::Length',
  'Fn::ToJsonString',
  'Fn::Transform',
  'Fn::ForEach::X',
  'Fn::Equals',
  'Fn::And',
  'Fn::Or',
  'Fn::Not',
  'Condition',
  'Fn::Nonsense',
] as const;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A template that may be anything: values of every kind everywhere, functions of right and wrong form, cycles. */
export function randomTemplate(random: Random): Json {
  const map = (count: number, make: () => Json): Json =>
    Object.fromEntries(Array.from({ length: random.below(count + 1) }, () => [random.pick(names), make()]));
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    ...(random.chance(0.3) && {
      Transform: random.pick<Json>([
        'AWS::Serverless-2016-10-31',
        'AWS::LanguageExtensions',
        'Own',
        ['Own', 5],
      ]),
    }),
    ...(random.chance(0.6) && { Parameters: map(3, () => parameter(random)) }),
    ...(random.chance(0.5) && { Mappings: map(2, () => value(random, 2)) }),
    ...(random.chance(0.7) && { Conditions: map(3, () => condition(random, 3)) }),
    ...(random.chance(0.3) && { Globals: value(random, 2), Rules: value(random, 2) }),
    ...(random.chance(0.4) && {
      Outputs: map(3, () => ({ Value: value(random, 2), Export: { Name: value(random, 1) } })),
    }),
    Resources: random.chance(0.95) ? map(5, () => resource(random)) : value(random, 2),
  };
}

function parameter(random: Random): Json {
  if (random.chance(0.1)) return value(random, 1);
  return {
    Type: random.pick<Json>([
      'String',
      'Number',
      'CommaDelimitedList',
      'AWS::SSM::Parameter::Value<String>',
      7,
    ]),
    ...(random.chance(0.4) && { Default: value(random, 1) }),
    ...(random.chance(0.4) && { AllowedValues: value(random, 2) }),
    ...(random.chance(0.1) && { NoEcho: true, AllowedPattern: random.pick(hostile) }),
  };
}

function resource(random: Random): Json {
  if (random.chance(0.04)) return value(random, 2);
  return {
    Type: random.pick(types),
    ...(random.chance(0.3) && { Condition: random.pick(names) }),
    ...(random.chance(0.2) && { Metadata: value(random, 1), DependsOn: value(random, 1) }),
    Properties: {
      ...Object.fromEntries(
        Array.from({ length: random.below(6) }, () => [random.pick(properties), value(random, 4)]),
      ),
      ...(random.chance(0.3) && {
        TemplateURL: random.pick(['a.json', 'b.json', './b.json', 'nowhere.json']),
      }),
    },
  };
}

function condition(random: Random, depth: number): Json {
  if (depth === 0 || random.chance(0.2)) return { Condition: random.pick(names) };
  return random.pick<() => Json>([
    () => ({ 'Fn::And': [condition(random, depth - 1), condition(random, depth - 1)] }),
    () => ({ 'Fn::Or': [condition(random, depth - 1), condition(random, depth - 1)] }),
    () => ({ 'Fn::Not': [condition(random, depth - 1)] }),
    () => ({ 'Fn::Equals': [value(random, 2), value(random, 1)] }),
    () => value(random, 2),
  ])();
}

function value(random: Random, depth: number): Json {
  if (depth === 0 || random.chance(0.25)) return scalar(random);
  return random.pick<() => Json>([
    () => Array.from({ length: random.below(4) }, () => value(random, depth - 1)),
    () => object(random, depth),
    () => object(random, depth),
    () => call(random, depth),
    () => call(random, depth),
  ])();
}

const object = (random: Random, depth: number): Json =>
  Object.fromEntries(
    Array.from({ length: random.below(4) }, () => [
      random.chance(0.8) ? random.pick(properties) : random.pick(hostile),
      value(random, depth - 1),
    ]),
  );

function call(random: Random, depth: number): Json {
  const name = random.pick(functions);
  if (random.chance(0.2)) return { [name]: value(random, depth - 1) };
  const part = (): Json => value(random, depth - 1);
  const known = random.pick(names);
  switch (name) {
    case 'Ref':
    case 'Condition':
      return { [name]: known };
    case 'Fn::GetAtt':
      return { [name]: random.chance(0.5) ? [known, 'Arn'] : `${known}.Outputs.A` };
    case 'Fn::Sub':
      return { [name]: [`x\${${known}}-\${A.Arn}\${AWS::Region}`, { A: part() }] };
    case 'Fn::If':
      return { [name]: [known, part(), part()] };
    case 'Fn::FindInMap':
      return { [name]: [known, part(), part(), { DefaultValue: part() }] };
    case 'Fn::Transform':
      return {
        [name]: {
          Name: 'AWS::Include',
          Parameters: { Location: random.pick(['a.json', 'b.json', 'part.json']) },
        },
      };
    default:
      return { [name]: [scalar(random), part(), part()].slice(0, 1 + random.below(3)) };
  }
}

function scalar(random: Random): Json {
  return random.pick<() => Json>([
    () => random.pick(names),
    () => random.pick(hostile),
    () => random.below(4000) - 1,
    () => random.chance(0.5),
    () => null,
    () => 'Allow',
    () => 'bedrock:InvokeModel',
  ])();
}
