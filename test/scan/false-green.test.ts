import { expect, test } from 'vitest';

import type { Report } from '../../src/model/report.ts';
import { folder } from './inputs/folder.ts';
import type { Files } from './inputs/folder.ts';
import { fewRules, scanFolder } from './scan-folder.ts';

/*
 * Inputs that hide something from the rules, each of which once ended, or could have ended, in a run that looks fine. None
 * may be complete without problems: `2` fails the run, `incomplete` says what was not assessed.
 */

const head = 'AWSTemplateFormatVersion: "2010-09-09"\n';
const agent =
  '  Agent: { Type: AWS::Bedrock::Agent, Properties: { AgentName: a, FoundationModel: approved } }\n';
const topic = `${head}Resources:\n  Topic: { Type: AWS::SNS::Topic }\n`;
const template = (resources: string, more = ''): Files => ({
  'a.yaml': `${head}${more}Resources:\n${resources}`,
});
const manifest = (artifacts: object): string => JSON.stringify({ version: '36.0.0', artifacts });
const stack = (id: string, more: string): string =>
  `  ${id}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${more} } }\n`;
const looping = (list: string): Files =>
  template(
    `  "Fn::ForEach::Each": [Name, ${list}, { "Agent\${Name}": { Type: AWS::Bedrock::Agent } }]\n`,
    'Transform: AWS::LanguageExtensions\nParameters: { Names: { Type: CommaDelimitedList } }\n',
  );

test.each<[string, Files, string]>([
  ['a template as it should be', template(agent), 'complete'],
  [
    'a misspelt type',
    template(agent.replace('Agent,', 'Agnet,')),
    'incomplete: Agent is of type AWS::Bedrock::Agnet',
  ],
  [
    'a misspelt service',
    template(agent.replace('Bedrock', 'Bedrok')),
    'incomplete: Agent is of type AWS::Bedrok::Agent',
  ],
  [
    'a type in another case',
    template(agent.replace('Bedrock', 'bedrock')),
    'incomplete: Agent is of type AWS::bedrock',
  ],
  [
    'a type with a space behind it',
    template('  Agent: { Type: "AWS::Bedrock::Agent " }\n'),
    'incomplete: Agent is of type AWS::Bedrock::Agent ,',
  ],
  [
    'a type that is a reference',
    template('  Agent: { Type: !Ref Kind }\n'),
    'incomplete: Agent is of type Kind',
  ],
  [
    'a resource without a type',
    template('  Agent: { Properties: {} }\n'),
    '2 the resource Agent has no type',
  ],
  [
    'types that are none of ours',
    template(
      '  A: { Type: "Datadog::Monitors::Monitor" }\n  B: { Type: "AWS::ElasticLoadBalancing::LoadBalancer" }\n',
    ),
    'complete',
  ],
  [
    'a misspelt section',
    { 'a.yaml': `${head}Resource:\n${agent}` },
    'incomplete: the template has no resources',
  ],
  [
    'a misspelt section, and no version',
    { 'a.yaml': `Resource:\n${agent}`, 'b.yaml': topic },
    'incomplete: resources that stand in no Resources section',
  ],
  ['a file that is cut off', { 'a.yaml': `${head}Resources:` }, 'incomplete: the template has no resources'],
  ['a second document', { 'a.yaml': `${topic}---\n${topic}` }, '2 cannot be parsed: A second YAML document'],
  [
    'bytes that are no text',
    { 'a.yaml': Buffer.from(`${topic}# caf\u00E9\n`, 'latin1') },
    '2 cannot be parsed: This is not UTF-8',
  ],
  ['a stray NUL', { 'a.yaml': `${topic}# \0\n` }, '2 cannot be parsed: This is a binary file'],
  ['a macro', template(agent, 'Transform: Own\n'), 'incomplete: the macro Own may add or change anything'],
  [
    'a macro among the resources',
    template(`${agent}  "Fn::Transform": { Name: Own }\n`),
    'incomplete: the macro Own may add',
  ],
  [
    'an include that is elsewhere',
    template(`${agent}  "Fn::Transform": { Name: AWS::Include, Parameters: { Location: s3://b/k } }\n`),
    'incomplete: AWS::Include of s3://b/k is not in view',
  ],
  [
    'a nested stack that is elsewhere',
    template(stack('Inner', 'https://b.s3.amazonaws.com/k')),
    'incomplete: the nested stack Inner is made from https://b.s3.amazonaws.com/k',
  ],
  ['a stack that nests itself', template(stack('Inner', 'a.yaml')), 'incomplete: the nested stack Inner'],
  [
    'a nested template that is broken',
    { ...template(stack('Inner', 'inner.txt')), 'inner.txt': 'Resources: [' },
    '2 ',
  ],
  [
    'a nested template that nobody creates',
    {
      ...template(
        stack('Inner', 'b.yaml').replace('Stack,', 'Stack, Condition: Never,'),
        'Conditions: { Never: !Equals [a, b] }\n',
      ),
      'b.yaml': topic.replace('AWS::SNS::Topic', 'AWS::Bedrock::Agnet'),
    },
    'incomplete: Topic is of type AWS::Bedrock::Agnet',
  ],
  ['a loop over what is not known', looping('!Ref Names'), 'incomplete: Fn::ForEach'],
  [
    'a module',
    template('  M: { Type: Acme::Ai::Agent::MODULE }\n'),
    'incomplete: the module Acme::Ai::Agent::MODULE',
  ],
  [
    'a custom resource',
    template('  M: { Type: Custom::BedrockAgent, Properties: { ServiceToken: x } }\n'),
    'incomplete: the custom resource M runs code',
  ],
  [
    'a stack set',
    template('  M: { Type: AWS::CloudFormation::StackSet, Properties: { TemplateBody: "{}" } }\n'),
    'incomplete: The template that the stack set M deploys',
  ],
  [
    'a condition that nobody declares',
    template(agent.replace('Agent,', 'Agent, Condition: Gone,')),
    'incomplete: the condition Gone of Agent',
  ],
  [
    'a condition that is never true',
    template(agent.replace('Agent,', 'Agent, Condition: Never,'), 'Conditions: { Never: !Equals [a, b] }\n'),
    'complete',
  ],
  ['a key that is there twice', template(`${agent}${agent}`), 'incomplete: Duplicate key "Agent"'],
  [
    'Terragrunt beside a template',
    { ...template(agent), 'a/terragrunt.hcl': '', 'b/terragrunt.hcl': '' },
    'incomplete: Terragrunt is read from its plans: run `terragrunt run --all plan --json-out-dir plans`, and scan plans (and 1 more like it)',
  ],
  [
    'a plan that ended with an error',
    { 'plan.json': '{"format_version":"1.2","planned_values":{},"errored":true,"resource_changes":[]}' },
    'incomplete: making the plan ended with an error',
  ],
  [
    'a plan that leaves resources out',
    { 'plan.json': '{"format_version":"1.2","planned_values":{},"complete":false,"resource_changes":[]}' },
    'incomplete: the plan is not complete',
  ],
  [
    'a plan of a format that nobody knows yet',
    { 'plan.json': '{"format_version":"2.0","planned_values":{},"resource_changes":[]}' },
    '2 this plan has format 2.0',
  ],
  [
    'a plan that is cut off',
    { 'plan.json': '{"format_version":"1.2","planned_values":{},"resource_changes":[{"address":"aws_kms' },
    '2 cannot be parsed',
  ],
  [
    'a link that leads out',
    { ...template(agent), 'b.yaml': { link: '/dev/null' } },
    'incomplete: a link that leads out of the repository',
  ],
  [
    'a link that leads nowhere',
    { ...template(agent), 'b.yaml': { link: 'nowhere.yaml' } },
    'incomplete: a broken link',
  ],
  [
    'a stack of an assembly without its template',
    {
      'cdk.out/manifest.json': manifest({
        S: { type: 'aws:cloudformation:stack', properties: { templateFile: 's.json' } },
      }),
    },
    '2 is part of the assembly and does not exist',
  ],
  [
    'an assembly without stacks',
    { 'cdk.out/manifest.json': manifest({}), 'cdk.out/s.template.json': '{"Resources":{}}' },
    'incomplete: the manifest names no stack',
  ],
  [
    'stacks of a kind that is to come',
    {
      'cdk.out/manifest.json': manifest({
        S: { type: 'aws:cloudformation:stack-2', properties: { templateFile: 's.json' } },
      }),
    },
    'incomplete: the artifact S is of a kind that is not known',
  ],
])('%s', async (_, files, expected) => {
  const report = await scanFolder(folder({ '.git/HEAD': '', ...files }), [], { rules: fewRules });
  if (!report) throw new Error('nothing was found');
  expect(shown(report)).toContain(expected);
});

function shown({ complete, gate, problems }: Report): string {
  const message = problems[0]?.message ?? '';
  if (gate.exitCode !== 0) return `${gate.exitCode} ${message}`;
  return complete ? 'complete' : `incomplete: ${message}`;
}

const document = async (written: string): Promise<string | undefined> => {
  const files = template(
    `  P: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${written} } }\n`,
    parameters,
  );
  const rules = fewRules.filter(({ rule }) => rule.id === 'iam/model-invocation-scoped');
  const report = await scanFolder(folder(files), [], { rules });
  return report?.results[0]?.verdict;
};
const parameters =
  'Parameters: { Open: { Type: String } }\nConditions: { IsOpen: !Equals [!Ref Open, yes] }\n';
const wide = 'Effect: Allow, Action: "bedrock:*", Resource: "*"';
const json = '{"Statement":[{"Effect":"Allow","Action":"bedrock:*","Resource":"*"}]}';

test.each([
  ['as it should be', '{ Statement: { Effect: Allow, Action: "s3:*", Resource: "*" } }', 'not-applicable'],
  ['wide', `{ Statement: [{ ${wide} }] }`, 'fail'],
  ['a JSON text', `'${json}'`, 'fail'],
  ['a JSON text with escapes', `'${json.replace(':*', String.raw`\u003a*`)}'`, 'fail'],
  ['a JSON text with a hole', `!Sub '${json.replace('"*"', '"${Open}"')}'`, 'unknown'],
  ['a JSON text that says it twice', `'${json.replace(/\}$/, ',"Statement":[]}')}'`, 'unknown'],
  ['base64', `!Base64 '${json}'`, 'unknown'],
  ['a text', 'hello', 'unknown'],
  ['nothing but a version', '{ Version: "2012-10-17" }', 'unknown'],
  ['a misspelt statement', `{ Version: "2012-10-17", Statements: [{ ${wide} }] }`, 'unknown'],
  ['a statement in lower case', `{ statement: [{ ${wide} }] }`, 'unknown'],
  ['an effect in lower case', `{ Statement: [{ ${wide.replace('Allow', 'allow')} }] }`, 'unknown'],
  ['keys in lower case', '{ Statement: [{ effect: Allow, action: "bedrock:*", resource: "*" }] }', 'unknown'],
  ['a list', `[{ ${wide} }]`, 'unknown'],
  ['a macro among the statements', '{ Statement: [{ "Fn::Transform": { Name: Own } }] }', 'unknown'],
  [
    'a statement under a condition',
    `{ Statement: [!If [IsOpen, { ${wide} }, !Ref "AWS::NoValue"]] }`,
    'unknown',
  ],
  [
    'an action that is not known',
    '{ Statement: { Effect: Allow, Action: !Ref Open, Resource: "*" } }',
    'unknown',
  ],
  ['other letters', `{ Statement: { ${wide.replace('bedrock:*', 'BEDROCK:INVOKE*')} } }`, 'fail'],
  ['wildcards', `{ Statement: { ${wide.replace('bedrock:*', 'bedr?ck:Invok??????')} } }`, 'fail'],
  [
    'all but others',
    '{ Statement: { Effect: Allow, NotAction: "s3:*", NotResource: "arn:aws:s3:::*" } }',
    'fail',
  ],
])('a policy document: %s', async (_, written, expected) => {
  expect(await document(written)).toBe(expected);
});

const choices = Array.from({ length: 9 }, (_, index) => `C${index}`);

test('more combinations than are looked at decide nothing', async () => {
  const names = choices.map(name => `!If [${name}, approved, wrong]`).join(', ');
  const files = template(
    `  Agent: { Type: AWS::Bedrock::Agent, Properties: { FoundationModel: approved, Tags: { a: [${names}] } } }\n` +
      `  P: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: [${choices
        .map(
          name =>
            `!If [${name}, { Effect: Allow, Action: "s3:*", Resource: "*" }, { Effect: Allow, Action: "sns:*", Resource: "*" }]`,
        )
        .join(', ')}] } } }\n`,
    `Parameters: { ${choices.map(name => `P${name}: { Type: String }`).join(', ')} }\nConditions: { ${choices
      .map(name => `${name}: !Equals [!Ref P${name}, yes]`)
      .join(', ')} }\n`,
  );
  const rules = fewRules.filter(({ rule }) => rule.id === 'iam/model-invocation-scoped');
  const report = await scanFolder(folder(files), [], { rules });
  expect(report?.results.map(({ verdict, chain }) => `${verdict} ${chain.at(-1) ?? ''}`)).toContain(
    'unknown there are more combinations than were looked at',
  );
});

test('a rule that lacks a parameter leaves the run incomplete', async () => {
  const cwd = folder(template(agent));
  const [rule] = fewRules;
  const notConfigured = [{ rule: rule?.rule.id ?? '', parameters: [] }];
  const report = await scanFolder(cwd, [], { rules: [], notConfigured });
  expect(report).toMatchObject({ complete: false, gate: { exitCode: 0 } });
  expect(report?.gate.reason).toContain('not everything in scope was assessed');
});
