import {
  ApplicationAutoScalingClient,
  paginateDescribeScalableTargets,
} from '@aws-sdk/client-application-auto-scaling';

import { each, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<ApplicationAutoScalingClient>();

/** How endpoints grow and shrink. */
const scalableTargets = resource({
  kind: 'application-autoscaling:scalable-target',
  list: {
    read: client =>
      each(
        paginateDescribeScalableTargets({ client }, { ServiceNamespace: 'sagemaker' }),
        page => page.ScalableTargets,
      ),
  },
  id: ({ ScalableTargetARN, ResourceId, ScalableDimension }, { partition, region, account }) =>
    ScalableTargetARN ??
    `arn:${partition}:application-autoscaling:${region}:${account}:scalable-target/${ResourceId}/${ScalableDimension}`,
});

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_Operations.html */
export const applicationAutoScaling = service({
  name: 'application-autoscaling',
  scope: 'regional',
  client: settings => new ApplicationAutoScalingClient(settings),
  actions: { DescribeScalableTargets: 'application-autoscaling:DescribeScalableTargets' },
  resources: [scalableTargets],
});
