import { closeSync, openSync, writeSync } from 'node:fs';

const head = (type: string, index: number) => ({
  address: `${type}.r${index}`,
  mode: 'managed',
  type,
  name: `r${index}`,
});

interface Made {
  readonly type: string;
  readonly after: object;
  readonly unknown: object;
  readonly expressions: Readonly<Record<string, object>>;
  readonly source: string;
}

/** Writes a plan of so many resources, in one line, in the order in which Terraform writes its parts. */
export function writePlan(path: string, resources: number): void {
  const file = openSync(path, 'w');
  const all = (line: (made: Made, index: number) => object): void => {
    for (let index = 0; index < resources; index += 1)
      writeSync(file, (index > 0 ? ',' : '') + JSON.stringify(line(make(index), index)));
  };
  const provider = { provider_name: 'registry.terraform.io/hashicorp/aws' };
  writeSync(
    file,
    '{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":[',
  );
  all(({ type, after }, index) => ({ ...head(type, index), ...provider, schema_version: 0, values: after }));
  writeSync(file, ']}},"resource_changes":[');
  all(({ type, after, unknown }, index) => ({
    ...head(type, index),
    ...provider,
    change: {
      actions: ['create'],
      before: null,
      after,
      after_unknown: unknown,
      before_sensitive: false,
      after_sensitive: {},
    },
  }));
  writeSync(
    file,
    '],"configuration":{"provider_config":{"aws":{"name":"aws","expressions":{"region":{"constant_value":"eu-central-1"}}}},"root_module":{"resources":[',
  );
  all(({ type, expressions }, index) => ({
    ...head(type, index),
    provider_config_key: 'aws',
    expressions,
    schema_version: 0,
  }));
  writeSync(file, ']}},"complete":true,"errored":false}\n');
  closeSync(file);
}

export function planSource(resources: number): string {
  const blocks = Array.from({ length: resources }, (_, index) => {
    const { type, source: body } = make(index);
    return `resource "${type}" "r${index}" {\n${body}}\n`;
  });
  return `provider "aws" {\n  region = "eu-central-1"\n}\n\n${blocks.join('\n')}`;
}

const tags = { owner: 'ml-platform', 'cost-center': '4711', environment: 'production' };

/** Every fourth resource is of a kind; the others of four refer to the first. */
const make = (index: number): Made => (kinds[index % kinds.length] ?? key)(index);

const keyOf = (index: number): number => index - (index % 4);

const reference = (index: number) => ({
  references: [`aws_kms_key.r${keyOf(index)}.arn`, `aws_kms_key.r${keyOf(index)}`],
});

type Make = (index: number) => Made;

const key: Make = index => {
  return {
    type: 'aws_kms_key',
    after: {
      bypass_policy_lockout_safety_check: false,
      custom_key_store_id: null,
      customer_master_key_spec: 'SYMMETRIC_DEFAULT',
      deletion_window_in_days: null,
      description: 'Encrypts the data of one workload',
      enable_key_rotation: index % 8 === 0,
      is_enabled: true,
      key_usage: 'ENCRYPT_DECRYPT',
      tags,
      tags_all: tags,
      timeouts: null,
      xks_key_id: null,
    },
    unknown: {
      arn: true,
      id: true,
      key_id: true,
      multi_region: true,
      policy: true,
      rotation_period_in_days: true,
      tags: {},
      tags_all: {},
    },
    expressions: {
      description: { constant_value: 'Encrypts the data of one workload' },
      enable_key_rotation: { constant_value: index % 8 === 0 },
      tags: { constant_value: tags },
    },
    source: `  description         = "Encrypts the data of one workload"\n  enable_key_rotation = ${index % 8 === 0}\n${tagsText}`,
  };
};

const agent: Make = index => {
  return {
    type: 'aws_bedrockagent_agent',
    after: {
      agent_name: `agent-${index}`,
      agent_resource_role_arn: 'arn:aws:iam::111122223333:role/agent',
      description: null,
      foundation_model: 'amazon.nova-lite-v1:0',
      guardrail_configuration: [],
      idle_session_ttl_in_seconds: index % 8 === 1 ? 600 : 5400,
      instruction: 'Answer questions about orders from the knowledge base and from nothing else.',
      prepare_agent: true,
      skip_resource_in_use_check: false,
      tags,
      tags_all: tags,
      timeouts: null,
    },
    unknown: {
      agent_arn: true,
      agent_id: true,
      agent_version: true,
      customer_encryption_key_arn: true,
      id: true,
      memory_configuration: [],
      prompt_override_configuration: true,
      tags: {},
      tags_all: {},
    },
    expressions: {
      agent_name: { constant_value: `agent-${index}` },
      agent_resource_role_arn: { constant_value: 'arn:aws:iam::111122223333:role/agent' },
      customer_encryption_key_arn: reference(index),
      foundation_model: { constant_value: 'amazon.nova-lite-v1:0' },
      idle_session_ttl_in_seconds: { constant_value: index % 8 === 1 ? 600 : 5400 },
      instruction: {
        constant_value: 'Answer questions about orders from the knowledge base and from nothing else.',
      },
      tags: { constant_value: tags },
    },
    source: `  agent_name                  = "agent-${index}"\n  agent_resource_role_arn     = "arn:aws:iam::111122223333:role/agent"\n  customer_encryption_key_arn = aws_kms_key.r${keyOf(index)}.arn\n  foundation_model            = "amazon.nova-lite-v1:0"\n  idle_session_ttl_in_seconds = ${index % 8 === 1 ? 600 : 5400}\n  instruction                 = "Answer questions about orders from the knowledge base and from nothing else."\n${tagsText}`,
  };
};

const logGroup: Make = index => {
  return {
    type: 'aws_cloudwatch_log_group',
    after: {
      log_group_class: 'STANDARD',
      name: `/genai/${index}`,
      retention_in_days: index % 8 === 2 ? 365 : 7,
      skip_destroy: false,
      tags,
      tags_all: tags,
    },
    unknown: { arn: true, id: true, kms_key_id: true, name_prefix: true, tags: {}, tags_all: {} },
    expressions: {
      kms_key_id: reference(index),
      name: { constant_value: `/genai/${index}` },
      retention_in_days: { constant_value: index % 8 === 2 ? 365 : 7 },
      tags: { constant_value: tags },
    },
    source: `  name              = "/genai/${index}"\n  retention_in_days = ${index % 8 === 2 ? 365 : 7}\n  kms_key_id        = aws_kms_key.r${keyOf(index)}.arn\n${tagsText}`,
  };
};

const policyOf: Make = index => {
  return {
    type: 'aws_iam_policy',
    after: {
      description: null,
      name: `invoke-${index}`,
      path: '/',
      policy: policy(index),
      tags,
      tags_all: tags,
    },
    unknown: {
      arn: true,
      attachment_count: true,
      id: true,
      name_prefix: true,
      policy_id: true,
      tags: {},
      tags_all: {},
    },
    expressions: {
      name: { constant_value: `invoke-${index}` },
      policy: {},
      tags: { constant_value: tags },
    },
    source: `  name   = "invoke-${index}"\n  policy = ${JSON.stringify(policy(index))}\n${tagsText}`,
  };
};

const kinds: readonly Make[] = [key, agent, logGroup, policyOf];

const tagsText = `  tags = {\n    owner         = "ml-platform"\n    "cost-center" = "4711"\n    environment   = "production"\n  }\n`;

const policy = (index: number): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: index % 8 === 3 ? 'bedrock:*' : ['bedrock:InvokeModel'],
        Resource: 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0',
      },
    ],
  });
