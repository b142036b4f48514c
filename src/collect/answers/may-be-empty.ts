/**
 * Operations that say "there is none" by an answer without the member that would hold it; by the service of AWS's model.
 * Of every other one, a JSON answer without its list is no answer. The models mark most of these lists as optional, and the
 * API references show them in every example, empty ones too.
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
  // The readers of AWS's own dashboards take the lists of budgets for optional. To have none is never what a rule wants.
  'budgets:DescribeBudgets',
  'budgets:DescribeNotificationsForBudget',
  'budgets:DescribeSubscribersForNotification',
  'budgets:ListTagsForResource',
]);
