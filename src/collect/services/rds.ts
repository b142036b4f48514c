import { paginateDescribeDBClusters, paginateDescribeDBInstances, RDSClient } from '@aws-sdk/client-rds';

import { each, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<RDSClient>();

/** Aurora keeps the vectors of knowledge bases. */
const clusters = resource({
  kind: 'rds:db-cluster',
  list: { read: client => each(paginateDescribeDBClusters({ client }, {}), page => page.DBClusters) },
  id: ({ DBClusterArn }) => DBClusterArn ?? '',
  tagsOf: ({ TagList }) => TagList ?? [],
});

const instances = resource({
  kind: 'rds:db-instance',
  list: { read: client => each(paginateDescribeDBInstances({ client }, {}), page => page.DBInstances) },
  id: ({ DBInstanceArn }) => DBInstanceArn ?? '',
  tagsOf: ({ TagList }) => TagList ?? [],
});

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Operations.html */
export const rds = service({
  name: 'rds',
  scope: 'regional',
  client: settings => new RDSClient(settings),
  actions: {
    DescribeDBClusters: 'rds:DescribeDBClusters',
    DescribeDBInstances: 'rds:DescribeDBInstances',
  },
  resources: [clusters, instances],
});
