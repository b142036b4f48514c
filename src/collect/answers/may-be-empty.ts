/**
 * Operations that say "there is none" by an answer without the member that would hold it; by the service of AWS's model.
 * Of every other one, a JSON answer without its list is no answer: the models mark some of these lists as required, and of the
 * others clients that read real accounts take for granted that they are there (Cloud Custodian: tags of Bedrock).
 */
export const mayBeEmpty: ReadonlySet<string> = new Set([
  // Where nothing is set up: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelInvocationLoggingConfiguration.html
  'bedrock:GetModelInvocationLoggingConfiguration',
  // Where it is switched off; it may be an error as well.
  'macie2:GetMacieSession',
  // Without a policy; it may be an error as well.
  'organizations:DescribeResourcePolicy',
  'bedrock:GetResourcePolicy',
  'bedrockagentcorecontrol:GetResourcePolicy',
  's3vectors:GetVectorBucketPolicy',
  'cloudwatchlogs:GetDataProtectionPolicy',
  'ssoadmin:GetInlinePolicyForPermissionSet',
  // Not certain of an account without budgets: https://github.com/aws-solutions-library-samples/cloud-intelligence-dashboards-data-collection/pull/171
  // To have none is never what a rule wants.
  'budgets:DescribeBudgets',
  'budgets:DescribeNotificationsForBudget',
  'budgets:DescribeSubscribersForNotification',
  'budgets:ListTagsForResource',
]);
