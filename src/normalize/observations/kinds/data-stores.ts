import type { JsonObject } from '../../../model/observation.ts';
import type { ApiSpellings } from '../api-spelling.ts';
import { objectOf, objectsIn, textIn, textsOf } from '../json.ts';

/** What stores documents, vectors and what is found in them. */
export const dataStores: ApiSpellings = {
  'opensearchserverless:collection': {
    type: 'AWS::OpenSearchServerless::Collection',
    // `auto` is a key that AWS owns.
    reshape: data => {
      const key = textIn(data, 'kmsKeyArn');
      const EncryptionConfig = key === undefined || key === 'auto' ? undefined : { KmsKeyArn: key };
      return objectOf({ ...data, EncryptionConfig });
    },
    names: ['id'],
  },
  'opensearchserverless:security-policy': { type: 'AWS::OpenSearchServerless::SecurityPolicy' },
  'opensearchserverless:access-policy': { type: 'AWS::OpenSearchServerless::AccessPolicy' },
  'opensearchserverless:vpc-endpoint': {
    type: 'AWS::OpenSearchServerless::VpcEndpoint',
    names: ['id'],
    unseen: ['SecurityGroupIds', 'SubnetIds', 'VpcId'],
  },
  'opensearch:domain': {
    type: 'AWS::OpenSearchService::Domain',
    unseen: ['AdvancedSecurityOptions'],
  },
  's3vectors:vector-bucket': {
    type: 'AWS::S3Vectors::VectorBucket',
    further: {
      vectorBucketPolicy: {
        type: 'AWS::S3Vectors::VectorBucketPolicy',
        of: (answer, { id }) => ({ VectorBucketArn: id, Policy: answer }),
      },
    },
  },
  's3vectors:index': {
    type: 'AWS::S3Vectors::Index',
    // `…:bucket/<name>/index/<name>`
    reshape: (data, { observation: { id } }) => ({
      ...data,
      VectorBucketArn: id.replace(/\/index\/.*$/, ''),
    }),
  },
  'neptune-graph:graph': {
    type: 'AWS::NeptuneGraph::Graph',
    rename: { name: 'GraphName', 'vectorSearchConfiguration.dimension': 'VectorSearchDimension' },
    names: ['id'],
  },
  'kendra:index': { type: 'AWS::Kendra::Index', names: ['Id'] },
  'kendra:data-source': {
    type: 'AWS::Kendra::DataSource',
    rename: { Configuration: 'DataSourceConfiguration' },
    names: ['Id'],
  },
  'rds:db-cluster': {
    type: 'AWS::RDS::DBCluster',
    rename: {
      DBClusterParameterGroup: 'DBClusterParameterGroupName',
      DBSubnetGroup: 'DBSubnetGroupName',
      IAMDatabaseAuthenticationEnabled: 'EnableIAMDatabaseAuthentication',
      EnabledCloudwatchLogsExports: 'EnableCloudwatchLogsExports',
      HttpEndpointEnabled: 'EnableHttpEndpoint',
    },
    reshape: data => objectOf({ ...data, VpcSecurityGroupIds: groupIds(data) }),
    unseen: ['MasterUserPassword'],
  },
  'rds:db-instance': {
    type: 'AWS::RDS::DBInstance',
    rename: { IAMDatabaseAuthenticationEnabled: 'EnableIAMDatabaseAuthentication' },
    reshape: data =>
      objectOf({
        ...data,
        VPCSecurityGroups: groupIds(data),
        VpcSecurityGroups: undefined,
        DBSubnetGroup: undefined,
        DBSecurityGroups: undefined,
      }),
    unseen: ['MasterUserPassword'],
  },
};

const groupIds = (data: JsonObject): readonly string[] =>
  textsOf(objectsIn(data, 'VpcSecurityGroups'), 'VpcSecurityGroupId');
