import { expect, test } from 'vitest';

import { loadTypes } from '../../src/catalog/types.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import { findInputs } from '../../src/scan/inputs/find.ts';
import { resolveTargets } from '../../src/scan/inputs/root.ts';
import { parseInputs } from '../../src/scan/parse-inputs.ts';

const targets = { ...resolveTargets('fixtures/cdk/support-agent', []), root: 'fixtures/cdk/support-agent' };
const found = await findInputs({ ...targets, inputs: { include: [], exclude: [] } });
const { stacks, problems } = parseInputs(found, {
  ...targets,
  placement: {},
  placements: [],
  templateParameters: [],
});
const { estate, problems: misread } = normalize(stacks, loadTypes('types'));

test('the call of a custom resource in a nested stack is the resource that it makes, at its place in the source', () => {
  const logging = estate.resources.filter(
    ({ type }) => type === 'AWS::Bedrock::ModelInvocationLoggingConfiguration',
  );
  expect(logging.map(({ construct, at }) => [construct, at.kind === 'span' && at.file.path])).toEqual([
    ['Support/Logging/Configuration/Resource/Default', 'lib/constructs/invocation-logging.ts'],
    ['Prod/Support/Logging/Configuration/Resource/Default', 'lib/constructs/invocation-logging.ts'],
  ]);
  const nested = 'cdk.out/Support.template.json#LoggingNestedStackLoggingNestedStackResourceBF8F7D28';
  const { entries } = logging[0]?.properties ?? { entries: new Map() };
  expect(entries.get('TextDataDeliveryEnabled')).toMatchObject({ kind: 'known', value: true });
  const destination = entries.get('CloudWatchConfig');
  expect(destination?.kind === 'dict' && Object.fromEntries(destination.entries)).toMatchObject({
    LogGroupName: { kind: 'reference', target: `${nested}/InvocationsFB95FA42`, attribute: 'Ref' },
    RoleArn: { kind: 'reference', target: `${nested}/Role1ABCC5F0`, attribute: 'Arn' },
  });
});

test('nothing of the app is out of view, so that what it lacks is absent', () => {
  expect(
    estate.scopes.filter(({ kind }) => kind === 'stack').map(({ name, openings }) => [name, openings]),
  ).toEqual([
    ['Network', []],
    ['support-dev', []],
    ['Prod-Support', []],
  ]);
  expect([...problems, ...misread]).toEqual([]);
});
