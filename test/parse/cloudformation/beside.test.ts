import { describe, expect, test } from 'vitest';

import type { Template } from '../../../src/parse/cloudformation/template.ts';
import { covered, parse, show } from './show.ts';

const text = `
Transform: AWS::Serverless-2016-10-31
Parameters: { P: { Type: String, Default: d }, Q: { Type: CommaDelimitedList, Default: '' } }
Resources: { X: { Type: A::B::C, Properties: { P: !Ref P, Q: !Ref Q, Region: !Ref AWS::Region } } }`;

/** The properties of X with these files in its folder. */
function read(files: Record<string, string>, more: Partial<Template> = {}, path = 'infra/template.yaml') {
  const template = { ...more, file: { path, text } };
  const { stacks } = parse(text, template, { readText: name => files[name] });
  const properties = stacks[0]?.declarations[0]?.properties;
  if (properties?.kind !== 'dict') throw new Error('X has no properties');
  return properties;
}

const given = (files: Record<string, string>, more: Partial<Template> = {}): unknown =>
  show(read(files, more));

const unset = { P: 'd', Q: [], Region: expect.objectContaining({ set: expect.any(String) }) };

describe('a file of parameters of the name of the template', () => {
  test.each([
    ['[{"ParameterKey": "P", "ParameterValue": "f"}, {"ParameterKey": "Q", "ParameterValue": "a,b"}]'],
    ['{"Parameters": {"P": "f", "Q": ["a", "b"]}}'],
    [
      '{"Parameters": [{"ParameterKey": "P", "ParameterValue": "f"}, {"ParameterKey": "Q", "ParameterValue": "a,b"}]}',
    ],
    ['{"P": "f", "Q": "a,b"}'],
  ])('%s', file => {
    expect(given({ 'infra/template.parameters.json': file })).toEqual({ ...unset, P: 'f', Q: ['a', 'b'] });
  });

  test('says that a value came from it', () => {
    const value = read({ 'infra/template.parameters.json': '{"P": "f"}' }).entries.get('P');
    const [link] = value?.kind === 'known' ? (value.via ?? []) : [];
    expect([link?.what, covered(link?.at)]).toEqual(['P of infra/template.parameters.json', '"f"']);
  });

  test.each(['template-parameters.json', 'template.params.json', 'template-params.json'])(
    'may be called %s',
    name => {
      expect(given({ [`infra/${name}`]: '{"P": "f"}' })).toMatchObject({ P: 'f' });
    },
  );

  test('is not guessed between two', () => {
    const files = {
      'infra/template.parameters.json': '{"P": "f"}',
      'infra/template-params.json': '{"P": "g"}',
    };
    expect(given(files)).toEqual(unset);
  });

  test('of another name is not used', () => {
    expect(
      given({ 'infra/parameters.json': '{"P": "f"}', 'infra/other.parameters.json': '{"P": "g"}' }),
    ).toEqual(unset);
  });

  test('gives way to what is given for the run', () => {
    const parameters = new Map([['P', { value: 'run', via: { what: '--cfn-parameters P' } }]]);
    expect(given({ 'infra/template.parameters.json': '{"P": "f"}' }, { parameters })).toMatchObject({
      P: 'run',
    });
  });

  test.each(['[1, {"ParameterKey": []}]', '{"P": null}', '{"P": {}}', '"text"', '{'])(
    'that holds nothing of use: %s',
    file => {
      expect(given({ 'infra/template.parameters.json': file })).toEqual(unset);
    },
  );
});

const expected = { P: 'c', Q: ['x', 'y'], Region: 'eu-west-1' };

test.each([
  [
    'a string',
    'version = 0.1\n[default.deploy.parameters]\nregion = "eu-west-1"\nparameter_overrides = "P=\\"c\\" Q=\\"x,y\\""\n',
  ],
  [
    'a list over lines',
    '[default.global.parameters]\nregion = \'eu-west-1\' # here\n[default.deploy.parameters]\nparameter_overrides = [\n  "P=c", # one ]\n  "Q=x,y",\n]\nstack_name = "s"\n[prod.deploy.parameters]\nregion = "us-east-1"\nparameter_overrides = "P=p"\n',
  ],
  [
    'keys and values apart',
    '[ default . deploy . parameters ]\nregion = "eu-west-1"\nparameter_overrides = "ParameterKey=P,ParameterValue=c ParameterKey=Q,ParameterValue=\\"x,y\\""',
  ],
  [
    'a long string',
    '[default.deploy.parameters]\nregion = "eu-west-1"\nparameter_overrides = """\nP=c\nQ=x,y\n"""\n',
  ],
])('samconfig.toml gives values as %s', (_, toml) => {
  expect(given({ 'infra/samconfig.toml': toml })).toEqual(expected);
});

test('samconfig.yaml gives them too', () => {
  const yaml =
    'default:\n  deploy:\n    parameters:\n      region: eu-west-1\n      parameter_overrides: [P=c, "Q=x,y"]\n';
  expect(given({ 'infra/samconfig.yaml': yaml })).toEqual(expected);
});

test('samconfig says where a value stands', () => {
  const toml = '[default.deploy.parameters]\nparameter_overrides = ["P=c"]\nregion = "eu-west-1"';
  const { entries } = read({ 'infra/samconfig.toml': toml });
  const links = ['P', 'Region'].map(name => {
    const value = entries.get(name);
    return value?.kind === 'known' ? value.via?.map(({ what, at }) => [what, covered(at)]) : undefined;
  });
  expect(links).toEqual([
    [['setting of infra/samconfig.toml', '"P=c"']],
    [['region of infra/samconfig.toml', '"eu-west-1"']],
  ]);
});

test('samconfig of other templates and environments is not used', () => {
  const other = '[default.deploy.parameters]\ntemplate_file = "other.yaml"\nregion = "eu-west-1"\n';
  expect(given({ 'infra/samconfig.toml': other })).toEqual(unset);
  expect(given({ 'infra/samconfig.toml': '[prod.deploy.parameters]\nregion = "eu-west-1"\n' })).toEqual(
    unset,
  );
  const own = '[default.deploy.parameters]\nregion = "eu-west-1"\n';
  expect(show(read({ 'infra/samconfig.toml': own }, {}, 'infra/other.yaml'))).toEqual(unset);
  expect(show(read({ 'infra/samconfig.toml': other }, {}, 'infra/other.yaml'))).toMatchObject({
    Region: 'eu-west-1',
  });
});

test('samconfig gives way to the region and values of the run', () => {
  const toml = '[default.deploy.parameters]\nregion = "eu-west-1"\nparameter_overrides = "P=c"';
  const parameters = new Map([['P', { value: 'run', via: { what: 'run' } }]]);
  expect(
    given({ 'infra/samconfig.toml': toml }, { parameters, placement: { region: 'us-east-1' } }),
  ).toMatchObject({
    P: 'run',
    Region: 'us-east-1',
  });
});

test.each(['[default.deploy.parameters', '[default.deploy.parameters]\nparameter_overrides = [', 'x', ''])(
  'samconfig that is broken says nothing: %s',
  toml => {
    expect(given({ 'infra/samconfig.toml': toml })).toEqual(unset);
  },
);
