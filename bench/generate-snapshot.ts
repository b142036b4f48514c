import { createHash } from 'node:crypto';

import { createSnapshot } from '../src/collect/snapshot/write.ts';
import type { JsonObject, LedgerRow, Observation } from '../src/model/observation.ts';

/**
 * A snapshot of an organisation, the same bytes of observations in every run: each account has four Regions with a network, keys,
 * log groups, a guardrail, agents, and its roles: some hundred resources, of which the rules say some eighty findings.
 */
export function generateSnapshot(path: string, count: number): void {
  const accounts = Array.from({ length: count }, (_, index) => String(200_000_000_000 + index));
  const [management = ''] = accounts;
  const writer = createSnapshot(
    path,
    {
      schemaVersion: '1',
      tool: { name: 'plumbline', version: '0.1.0' },
      started,
      caller: `arn:aws:iam::${management}:role/nightly`,
      organisation: { id: 'o-bench00001', management },
      accounts: accounts.map(id => ({ id, partition: 'aws', name: `account-${id}`, state: 'ACTIVE' })),
      services: services.map(({ name, scope, makers }) => ({ name, scope, kinds: Object.keys(makers) })),
      redacted: false,
    },
    record => record,
  );
  for (const account of accounts)
    for (const { name, scope, makers } of services)
      for (const region of scope === 'global' ? ['global'] : regions) {
        const unit = writer.unit();
        const found = Object.entries(makers).flatMap(([kind, make]) => make({ account, region, kind }));
        for (const one of found) unit.add({ type: 'observation', ...one });
        unit.end(rowOf({ account, region, service: name, observations: found.length }));
      }
  writer.end('finished');
  writer.close();
}

const started = '2026-01-01T06:00:00.000Z';
const regions = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'];

interface Where {
  readonly account: string;
  readonly region: string;
  readonly kind: string;
}

type Make = (where: Where) => readonly Observation[];

function rowOf(row: Pick<LedgerRow, 'account' | 'region' | 'service' | 'observations'>): LedgerRow {
  return { ...row, partition: 'aws', status: 'ok', calls: 3, throttled: 0, started, ended: started };
}

/** As AWS makes ids: letters and digits that say nothing. */
const idOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 12);

const keyArn = ({ account, region }: Where): string =>
  `arn:aws:kms:${region}:${account}:key/${idOf('key', account, region)}`;
const roleArn = ({ account }: Where, name: string): string => `arn:aws:iam::${account}:role/${name}`;
const vpcOf = ({ account, region }: Where): string => `vpc-${idOf('vpc', account, region)}`;

const observed = (where: Where, id: string, data: JsonObject): Observation => ({
  kind: where.kind,
  account: where.account,
  region: where.region,
  partition: 'aws',
  id,
  data,
  tags: { CostCenter: 'cc-100', Owner: 'team-a' },
  calls: [
    {
      kind: 'call',
      account: where.account,
      region: where.region,
      action: where.kind,
      time: started,
      requestId: idOf('request', id),
    },
  ],
});

/** So many of a kind, by number. */
const each =
  (count: number, make: (where: Where, number: number) => readonly [id: string, data: JsonObject]): Make =>
  where =>
    Array.from({ length: count }, (_, number) => observed(where, ...make(where, number)));

const document = (principal: JsonObject | string, action: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: action, Resource: '*' }],
  });

interface Service {
  readonly name: string;
  readonly scope: 'global' | 'regional';
  readonly makers: Readonly<Record<string, Make>>;
}

const services: readonly Service[] = [
  {
    name: 'account',
    scope: 'global',
    makers: {
      'account:region': where =>
        regions.map(name => observed(where, `${where.account}-${name}`, { RegionName: name })),
    },
  },
  {
    name: 'iam',
    scope: 'global',
    makers: {
      'iam:role': each(8, (where, number) => [
        roleArn(where, `app-${number}`),
        {
          RoleName: `app-${number}`,
          Arn: roleArn(where, `app-${number}`),
          AssumeRolePolicyDocument: encodeURIComponent(
            document({ Service: 'bedrock.amazonaws.com' }, 'sts:AssumeRole'),
          ),
          RolePolicyList: [
            { PolicyName: 'invoke', PolicyDocument: encodeURIComponent(document('*', 'bedrock:*')) },
          ],
        },
      ]),
    },
  },
  {
    name: 'kms',
    scope: 'regional',
    makers: {
      'kms:key': each(1, where => [
        keyArn(where),
        {
          KeyId: keyArn(where).replace(/^.*\//, ''),
          Arn: keyArn(where),
          Enabled: true,
          KeyUsage: 'ENCRYPT_DECRYPT',
          KeyState: 'Enabled',
          Origin: 'AWS_KMS',
          KeyManager: 'CUSTOMER',
          KeySpec: 'SYMMETRIC_DEFAULT',
          MultiRegion: false,
          keyPolicy: document({ AWS: `arn:aws:iam::${where.account}:root` }, 'kms:*'),
          keyRotationStatus: { enabled: true },
        },
      ]),
      'kms:alias': each(1, where => [
        `arn:aws:kms:${where.region}:${where.account}:alias/genai`,
        { AliasName: 'alias/genai', TargetKeyId: keyArn(where).replace(/^.*\//, '') },
      ]),
    },
  },
  {
    name: 'ec2',
    scope: 'regional',
    makers: {
      'ec2:vpc': each(1, where => [
        `arn:aws:ec2:${where.region}:${where.account}:vpc/${vpcOf(where)}`,
        { VpcId: vpcOf(where), CidrBlock: '10.0.0.0/16', IsDefault: false, State: 'available' },
      ]),
      'ec2:subnet': each(2, (where, number) => {
        const id = `subnet-${idOf('subnet', where.account, where.region, number)}`;
        return [
          `arn:aws:ec2:${where.region}:${where.account}:subnet/${id}`,
          { SubnetId: id, VpcId: vpcOf(where), CidrBlock: `10.0.${number}.0/24`, MapPublicIpOnLaunch: false },
        ];
      }),
      'ec2:vpc-endpoint': each(8, (where, number) => {
        const id = `vpce-${idOf('endpoint', where.account, where.region, number)}`;
        return [
          `arn:aws:ec2:${where.region}:${where.account}:vpc-endpoint/${id}`,
          {
            VpcEndpointId: id,
            VpcEndpointType: 'Interface',
            VpcId: vpcOf(where),
            ServiceName: `com.amazonaws.${where.region}.${number === 0 ? 'bedrock-runtime' : `service-${number}`}`,
            State: 'available',
            PolicyDocument: document('*', '*'),
            PrivateDnsEnabled: true,
          },
        ];
      }),
    },
  },
  {
    name: 'logs',
    scope: 'regional',
    makers: {
      'logs:log-group': each(8, (where, number) => {
        const arn = `arn:aws:logs:${where.region}:${where.account}:log-group:/genai/${number}`;
        return [
          arn,
          { logGroupName: `/genai/${number}`, arn: `${arn}:*`, logGroupArn: arn, retentionInDays: 365 },
        ];
      }),
    },
  },
  {
    name: 'bedrock',
    scope: 'regional',
    makers: {
      'bedrock:guardrail': each(1, (where, number) => {
        const id = idOf('guardrail', where.account, where.region, number);
        const arn = `arn:aws:bedrock:${where.region}:${where.account}:guardrail/${id}`;
        const filters = ['SEXUAL', 'VIOLENCE', 'HATE', 'INSULTS', 'MISCONDUCT'].map(type => ({
          type,
          inputStrength: 'HIGH',
          outputStrength: 'HIGH',
        }));
        return [
          arn,
          {
            guardrailId: id,
            guardrailArn: arn,
            name: `guardrail-${number}`,
            version: 'DRAFT',
            status: 'READY',
            contentPolicy: { filters },
          },
        ];
      }),
    },
  },
  {
    name: 'bedrock-agent',
    scope: 'regional',
    makers: {
      'bedrock-agent:agent': each(2, (where, number) => {
        const id = idOf('agent', where.account, where.region, number);
        const arn = `arn:aws:bedrock:${where.region}:${where.account}:agent/${id}`;
        return [
          arn,
          {
            agentId: id,
            agentArn: arn,
            agentName: `agent-${number}`,
            agentStatus: 'PREPARED',
            agentVersion: 'DRAFT',
            idleSessionTTLInSeconds: 600,
            agentResourceRoleArn: roleArn(where, `app-${number}`),
            foundationModel: 'amazon.nova-lite-v1:0',
            customerEncryptionKeyArn: keyArn(where),
          },
        ];
      }),
    },
  },
];
