import { describe, expect, test } from 'vitest';

import { agentsPlan, declarationOf, parse, plain, planOf, property, sourcesIn, type Change } from './show.ts';

const agent = 'module.agent["a.b"].aws_bedrockagent_agent.this';

/** The properties of the first resource of a plan without source. */
function properties(change: Change, ...others: readonly Change[]): unknown {
  return plain(declarationOf(parse(planOf([change, ...others])), change.address).properties);
}

const key: Change = { address: 'aws_kms_key.k', unknown: { arn: true, id: true }, expressions: {} };
const refers = (...references: string[]) => ({ references });
const keyArn = refers('aws_kms_key.k.arn', 'aws_kms_key.k');

const afterApply: readonly [string, Change, unknown][] = [
  [
    'is a reference when it is the ARN of one resource',
    { address: 'aws_x.a', unknown: { kms_key_arn: true }, expressions: { kms_key_arn: keyArn } },
    { kms_key_arn: '→ .#aws_kms_key.k.arn' },
  ],
  [
    'is no reference when it may only hold one',
    { address: 'aws_x.a', unknown: { policy: true }, expressions: { policy: keyArn } },
    { policy: '? aws_kms_key.k.arn is known after apply' },
  ],
  [
    'is no reference to a thing of its own kind that it is called after',
    {
      address: 'aws_s3_bucket.a',
      unknown: { bucket: true },
      expressions: { bucket: refers('aws_s3_bucket.b.id', 'aws_s3_bucket.b') },
    },
    { bucket: '? aws_s3_bucket.b.id is known after apply' },
  ],
  [
    'is no reference when it is one of several',
    {
      address: 'aws_x.a',
      unknown: { key_id: true },
      expressions: { key_id: refers(...keyArn.references, 'aws_s3_bucket.b.arn') },
    },
    { key_id: '? aws_kms_key.k.arn is known after apply < aws_s3_bucket.b.arn is known after apply' },
  ],
  [
    'is not set when it is left to AWS',
    { address: 'aws_x.a', unknown: { arn: true, policy: true }, expressions: {} },
    {},
  ],
  [
    'may be a dynamic block when nothing says what it is made from',
    { address: 'aws_x.a', unknown: { rule: true }, expressions: {} },
    {
      rule: '? rule is known after apply; AWS decides it, or a dynamic block that the plan does not show; pass --source',
    },
  ],
  [
    'in a dynamic block may be anything',
    {
      address: 'aws_x.a',
      after: { rule: [{ name: 'a' }, { name: 'b' }] },
      unknown: { rule: [{ key_id: true }, {}] },
      expressions: { rule: [] },
    },
    {
      rule: [
        {
          name: 'a',
          key_id: '? key_id is known after apply, and the plan does not show what it is made from',
        },
        { name: 'b' },
      ],
    },
  ],
  [
    'in a list is one of its items',
    {
      address: 'aws_x.a',
      after: { key_ids: ['one', null] },
      unknown: { key_ids: [false, true] },
      expressions: { key_ids: keyArn },
    },
    { key_ids: ['one', '→ .#aws_kms_key.k.arn'] },
  ],
  [
    'through a local leads nowhere',
    { address: 'aws_x.a', unknown: { key_id: true }, expressions: { key_id: refers('local.key') } },
    { key_id: '? local.key, of which the plan does not say what it is made from' },
  ],
  [
    'of every instance of a resource is no reference to one',
    { address: 'aws_x.a', unknown: { key_ids: true }, expressions: { key_ids: refers('aws_kms_key.k') } },
    { key_ids: '? aws_kms_key.k is known when the plan is applied' },
  ],
];

describe('a value that is known after apply', () => {
  test.each(afterApply)('%s', (_, change, expected) => {
    const buckets = ['a', 'b'].map((name): Change => ({
      address: `aws_s3_bucket.${name}`,
      unknown: { arn: true, id: true },
      expressions: {},
    }));
    const others = [key, ...buckets].filter(({ address }) => address !== change.address);
    expect(properties(change, ...others)).toEqual(expected);
  });

  test('is followed through the calls and outputs of modules', () => {
    const parsed = parse(agentsPlan());
    expect(plain(property(parsed, 'module.agent["a.b"].aws_bedrock_guardrail.this', 'kms_key_arn'))).toBe(
      '→ .#module.kms.aws_kms_key.this.arn',
    );
    // Inside of a module, names are those of the same instance.
    expect(plain(property(parsed, agent, 'guardrail_configuration.0.guardrail_identifier'))).toBe(
      '→ .#module.agent["a.b"].aws_bedrock_guardrail.this.guardrail_id',
    );
  });

  test('is taken from the source, which shows what the plan does not', () => {
    const parsed = parse(agentsPlan(), { files: sourcesIn('agents') });
    expect(plain(property(parsed, agent, 'customer_encryption_key_arn'))).toBe(
      '→ .#module.kms.aws_kms_key.this.arn',
    );
    expect(plain(property(parsed, 'aws_iam_role_policy.inline', 'policy'))).toBe(
      '{"Statement":[{"Action":"s3:GetObject","Effect":"Allow","Resource":"→ .#aws_s3_bucket.logs.arn/docs/*"}],"Version":"2012-10-17"}',
    );
    expect(plain(property(parsed, 'aws_cloudtrail.main', 'cloud_watch_logs_group_arn'))).toBe(
      '→ .#aws_cloudwatch_log_group.trail[0].arn:*',
    );
  });
});

describe('a value that is known', () => {
  test.each<[string, Change, unknown]>([
    [
      'stays what it is, and null is not set',
      { address: 'aws_x.a', after: { a: 'x', b: 1, c: false, d: null, e: { f: [1, 'y'], g: null } } },
      { a: 'x', b: 1, c: false, e: { f: [1, 'y'] } },
    ],
    [
      'of a sensitive variable is marked, and everything in it',
      {
        address: 'aws_x.a',
        after: { password: 'p', tags: { a: 'b' }, rule: [{ x: 1 }] },
        sensitive: { password: true, tags: true, rule: [{ x: true }] },
      },
      { password: { sensitive: 'p' }, tags: { a: { sensitive: 'b' } }, rule: [{ x: { sensitive: 1 } }] },
    ],
    [
      'is not set when it is empty and nobody wrote it',
      {
        address: 'aws_x.a',
        after: { rule: [], name: '', ids: [] },
        expressions: { ids: { constant_value: [] } },
      },
      { ids: [] },
    ],
  ])('%s', (_, change, expected) => {
    expect(properties(change)).toEqual(expected);
  });
});

describe('what the plan does', () => {
  const after = { a: 1 };
  test.each<[string, Change, readonly string[]]>([
    ['creates', { address: 'aws_x.a', after }, ['aws_x.a']],
    ['leaves as it is', { address: 'aws_x.a', actions: ['no-op'], after }, ['aws_x.a']],
    ['updates', { address: 'aws_x.a', actions: ['update'], after }, ['aws_x.a']],
    ['replaces', { address: 'aws_x.a', actions: ['delete', 'create'], after }, ['aws_x.a']],
    ['replaces the other way', { address: 'aws_x.a', actions: ['create', 'delete'], after }, ['aws_x.a']],
    [
      'moves',
      { address: 'aws_x.a', actions: ['no-op'], after, more: { previous_address: 'aws_x.b' } },
      ['aws_x.a'],
    ],
    ['deletes', { address: 'aws_x.a', actions: ['delete'], after: null }, []],
    ['forgets', { address: 'aws_x.a', actions: ['forget'], after: null }, []],
    [
      'deletes of what was left over',
      { address: 'aws_x.a', actions: ['delete'], more: { deposed: '0f' } },
      [],
    ],
    ['reads', { address: 'data.aws_x.a', actions: ['read'], after }, []],
  ])('%s', (_, change, expected) => {
    const { stacks, problems } = parse(planOf([change]));
    expect(stacks.flatMap(({ declarations }) => declarations.map(({ name }) => name))).toEqual(expected);
    expect(problems).toEqual([]);
  });

  test('what it deletes is counted', () => {
    const plan = planOf([{ address: 'aws_x.a', actions: ['delete'], after: null }]);
    const { stacks, plans } = parse(plan);
    expect(stacks[0]?.notCreated?.map(({ key: gone }) => gone)).toEqual(['.#aws_x.a']);
    expect(plans[0]?.gone).toBe(1);
  });

  test('what it does not touch is there as the state says', () => {
    const resource = {
      address: 'aws_kms_key.old',
      mode: 'managed',
      type: 'aws_kms_key',
      name: 'old',
      values: { arn: 'arn:aws:kms:eu-west-1:111122223333:key/1', enable_key_rotation: true },
    };
    const prior_state = { values: { root_module: { child_modules: [{ resources: [resource] }] } } };
    const change: Change = { address: 'aws_x.a', after, expressions: {} };
    const parsed = parse(planOf([change], { prior_state }));
    const old = declarationOf(parsed, 'aws_kms_key.old');
    expect(plain(old.properties)).toEqual({ ...resource.values });
    expect([plain(old.region), plain(old.account), plain(old.partition)]).toEqual([
      'eu-west-1',
      '111122223333',
      'aws',
    ]);
  });
});

describe('where it is deployed', () => {
  test('providers, their roles and data sources say it', () => {
    const parsed = parse(agentsPlan());
    const placeOf = (name: string) => {
      const { region, account } = declarationOf(parsed, name);
      return [plain(region), plain(account)];
    };
    expect(placeOf('aws_s3_bucket.logs')).toEqual(['eu-west-1', '123456789012']);
    expect(placeOf('aws_cloudwatch_log_group.trail[1]')).toEqual(['eu-central-1', '444455556666']);
  });

  test('what nobody says is not known, and never invented', () => {
    const { stacks } = parse(planOf([key]));
    expect(plain(stacks[0]?.region)).toBe(
      '? the plan does not say the region of provider aws; pass --region',
    );
    const placed = parse(planOf([key]), { placement: () => ({ region: 'eu-north-1' }) });
    expect(plain(placed.stacks[0]?.region)).toBe('eu-north-1');
  });

  test('default tags are those that the provider lists, else those that it is configured with', () => {
    const tags = { own: 'x' };
    const change: Change = { address: 'aws_x.a', after: { tags, tags_all: { ...tags, team: 'ml' } } };
    expect(plain(declarationOf(parse(planOf([change])), 'aws_x.a').tags)).toEqual({ team: 'ml' });
    const { tags: shown } = declarationOf(parse(agentsPlan()), 'aws_s3_bucket.logs');
    expect(shown?.rest?.kind).toBe('unknown');
    const beside = declarationOf(parse(agentsPlan(), { files: sourcesIn('agents') }), 'aws_s3_bucket.logs');
    expect(plain(beside.tags)).toEqual({ owner: 'ml-platform', 'cost-center': '4711' });
  });
});
