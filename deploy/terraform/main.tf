# Written by scripts/scan-role.ts from the services that plumbline reads. Do not edit.
# Read only: lists and descriptions of settings. What is content (prompts, objects, secrets) is denied.
terraform {
  required_version = ">= 1.3"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

resource "aws_iam_role" "scan" {
  name                 = var.role_name
  description          = "Read only; assumed by plumbline."
  max_session_duration = 3600

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.caller_arn }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "sts:ExternalId" = var.external_id } }
    }]
  })
}

resource "aws_iam_policy" "read_1" {
  name        = "${var.role_name}-1"
  description = "What plumbline reads, part 1."

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Read1"
        Effect = "Allow"
        Action = [
          "account:ListRegions",
          "aoss:BatchGetCollection",
          "aoss:GetAccessPolicy",
          "aoss:GetSecurityPolicy",
          "aoss:ListAccessPolicies",
          "aoss:ListCollections",
          "aoss:ListSecurityPolicies",
          "aoss:ListTagsForResource",
          "aoss:ListVpcEndpoints",
          "application-autoscaling:DescribeScalableTargets",
          "bedrock-agentcore:GetAgentRuntime",
          "bedrock-agentcore:GetBrowser",
          "bedrock-agentcore:GetCodeInterpreter",
          "bedrock-agentcore:GetGateway",
          "bedrock-agentcore:GetGatewayTarget",
          "bedrock-agentcore:GetHarness",
          "bedrock-agentcore:GetMemory",
          "bedrock-agentcore:GetPolicyEngine",
          "bedrock-agentcore:GetResourcePolicy",
          "bedrock-agentcore:GetTokenVault",
          "bedrock-agentcore:ListAgentRuntimeEndpoints",
          "bedrock-agentcore:ListAgentRuntimes",
          "bedrock-agentcore:ListApiKeyCredentialProviders",
          "bedrock-agentcore:ListBrowsers",
          "bedrock-agentcore:ListCodeInterpreters",
          "bedrock-agentcore:ListGatewayTargets",
          "bedrock-agentcore:ListGateways",
          "bedrock-agentcore:ListHarnesses",
          "bedrock-agentcore:ListMemories",
          "bedrock-agentcore:ListOauth2CredentialProviders",
          "bedrock-agentcore:ListPolicyEngines",
          "bedrock-agentcore:ListTagsForResource",
          "bedrock-agentcore:ListWorkloadIdentities",
          "bedrock:GetAccountDataRetention",
          "bedrock:GetAgent",
          "bedrock:GetAgentActionGroup",
          "bedrock:GetAutomatedReasoningPolicy",
          "bedrock:GetBlueprint",
          "bedrock:GetCustomModel",
          "bedrock:GetCustomModelDeployment",
          "bedrock:GetDataAutomationProject",
          "bedrock:GetDataSource",
          "bedrock:GetEvaluationJob",
          "bedrock:GetFlow",
          "bedrock:GetGuardrail",
          "bedrock:GetImportedModel",
          "bedrock:GetKnowledgeBase",
          "bedrock:GetMarketplaceModelEndpoint",
          "bedrock:GetModelCustomizationJob",
          "bedrock:GetModelImportJob",
          "bedrock:GetModelInvocationLoggingConfiguration",
          "bedrock:GetPrompt",
          "bedrock:GetProvisionedModelThroughput",
          "bedrock:GetResourcePolicy",
          "bedrock:ListAgentActionGroups",
          "bedrock:ListAgentAliases",
          "bedrock:ListAgentCollaborators",
          "bedrock:ListAgentKnowledgeBases",
          "bedrock:ListAgents",
          "bedrock:ListAutomatedReasoningPolicies",
          "bedrock:ListBlueprints",
          "bedrock:ListCustomModelDeployments",
          "bedrock:ListCustomModels",
          "bedrock:ListDataAutomationProjects",
          "bedrock:ListDataSources",
          "bedrock:ListEnforcedGuardrailsConfiguration",
          "bedrock:ListEvaluationJobs",
          "bedrock:ListFlowAliases",
          "bedrock:ListFlows",
          "bedrock:ListGuardrails",
          "bedrock:ListImportedModels",
          "bedrock:ListInferenceProfiles",
          "bedrock:ListKnowledgeBases",
          "bedrock:ListMarketplaceModelEndpoints",
          "bedrock:ListModelCopyJobs",
          "bedrock:ListModelCustomizationJobs",
          "bedrock:ListModelImportJobs",
          "bedrock:ListModelInvocationJobs",
          "bedrock:ListPromptRouters",
          "bedrock:ListPrompts",
          "bedrock:ListProvisionedModelThroughputs",
          "bedrock:ListTagsForResource",
          "budgets:ListTagsForResource",
          "budgets:ViewBudget",
          "cloudtrail:DescribeTrails",
          "cloudtrail:GetEventSelectors",
          "cloudtrail:GetTrailStatus",
          "cloudtrail:ListTags",
          "cloudwatch:DescribeAlarms",
          "cloudwatch:GetMetricData",
          "cloudwatch:ListMetrics",
          "config:DescribeConfigurationRecorderStatus",
          "config:DescribeConfigurationRecorders",
          "config:DescribeDeliveryChannels",
          "ec2:DescribeCapacityReservations",
          "ec2:DescribeFlowLogs",
          "ec2:DescribeInstances",
          "ec2:DescribeRegions",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeSubnets",
          "ec2:DescribeVpcBlockPublicAccessOptions",
          "ec2:DescribeVpcEndpoints",
          "ec2:DescribeVpcs",
          "ec2:GetEbsEncryptionByDefault",
          "ec2:GetImageBlockPublicAccessState",
          "ec2:GetInstanceMetadataDefaults",
          "es:DescribeDomain",
          "es:ListDomainNames",
          "es:ListTags",
          "guardduty:GetDetector",
          "guardduty:ListDetectors",
          "iam:GetAccountAuthorizationDetails",
          "iam:ListServiceSpecificCredentials",
          "kendra:DescribeDataSource",
          "kendra:DescribeIndex",
          "kendra:ListDataSources",
          "kendra:ListIndices",
          "kendra:ListTagsForResource",
          "kms:DescribeKey",
          "kms:GetKeyPolicy",
          "kms:GetKeyRotationStatus",
          "kms:ListAliases",
          "kms:ListKeys",
          "kms:ListResourceTags",
          "lambda:ListFunctions",
          "logs:DescribeLogGroups",
          "logs:DescribeResourcePolicies",
          "logs:GetDataProtectionPolicy",
          "macie2:GetMacieSession",
          "neptune-graph:GetGraph",
          "neptune-graph:ListGraphs",
          "neptune-graph:ListTagsForResource",
          "qbusiness:GetApplication",
          "qbusiness:GetChatControlsConfiguration",
          "qbusiness:GetDataSource",
          "qbusiness:GetIndex",
          "qbusiness:GetPlugin",
          "qbusiness:GetRetriever",
          "qbusiness:GetWebExperience",
          "qbusiness:ListApplications",
          "qbusiness:ListDataSources",
          "qbusiness:ListIndices",
          "qbusiness:ListPlugins",
          "qbusiness:ListRetrievers",
          "qbusiness:ListTagsForResource",
          "qbusiness:ListWebExperiences",
          "rds:DescribeDBClusters",
          "rds:DescribeDBInstances",
          "s3:GetAccountPublicAccessBlock",
          "s3:GetBucketObjectLockConfiguration",
          "s3:GetBucketOwnershipControls",
          "s3:GetBucketPolicy",
          "s3:GetBucketPublicAccessBlock",
          "s3:GetBucketTagging",
          "s3:GetBucketVersioning",
          "s3:GetEncryptionConfiguration",
          "s3:GetLifecycleConfiguration",
          "s3:ListAllMyBuckets",
          "s3vectors:GetIndex",
          "s3vectors:GetVectorBucket",
          "s3vectors:GetVectorBucketPolicy",
          "s3vectors:ListIndexes",
          "s3vectors:ListTagsForResource",
          "s3vectors:ListVectorBuckets",
          "sagemaker:DescribeApp",
          "sagemaker:DescribeCluster",
          "sagemaker:DescribeDataQualityJobDefinition",
          "sagemaker:DescribeDomain",
          "sagemaker:DescribeEndpoint",
          "sagemaker:DescribeEndpointConfig",
          "sagemaker:DescribeFeatureGroup",
          "sagemaker:DescribeHub",
          "sagemaker:DescribeInferenceComponent",
          "sagemaker:DescribeModel",
          "sagemaker:DescribeModelBiasJobDefinition",
          "sagemaker:DescribeModelExplainabilityJobDefinition",
          "sagemaker:DescribeModelPackage",
          "sagemaker:DescribeModelPackageGroup",
          "sagemaker:DescribeModelQualityJobDefinition",
        ]
        Resource = "*"
      },
      {
        Sid    = "NoContent"
        Effect = "Deny"
        Action = [
          "bedrock:ApplyGuardrail",
          "bedrock:CallWithBearerToken",
          "bedrock:InvokeAgent",
          "bedrock:InvokeFlow",
          "bedrock:InvokeInlineAgent",
          "bedrock:InvokeModel*",
          "bedrock:Retrieve*",
          "bedrock-agentcore:Invoke*",
          "bedrock-agentcore:GetMemoryRecord",
          "bedrock-agentcore:RetrieveMemoryRecords",
          "dynamodb:GetItem",
          "dynamodb:Query",
          "dynamodb:Scan",
          "lambda:GetFunction",
          "lambda:InvokeFunction",
          "logs:FilterLogEvents",
          "logs:GetLogEvents",
          "logs:StartQuery",
          "s3:GetObject*",
          "s3vectors:GetVectors",
          "s3vectors:QueryVectors",
          "sagemaker:InvokeEndpoint*",
          "secretsmanager:GetSecretValue",
          "ssm:GetParameter*",
        ]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "read_1" {
  role       = aws_iam_role.scan.name
  policy_arn = aws_iam_policy.read_1.arn
}

resource "aws_iam_policy" "read_2" {
  name        = "${var.role_name}-2"
  description = "What plumbline reads, part 2."

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Read2"
        Effect = "Allow"
        Action = [
          "sagemaker:DescribeMonitoringSchedule",
          "sagemaker:DescribeNotebookInstance",
          "sagemaker:DescribeProcessingJob",
          "sagemaker:DescribeSpace",
          "sagemaker:DescribeTrainingJob",
          "sagemaker:DescribeTransformJob",
          "sagemaker:DescribeUserProfile",
          "sagemaker:GetModelPackageGroupPolicy",
          "sagemaker:ListApps",
          "sagemaker:ListClusters",
          "sagemaker:ListDataQualityJobDefinitions",
          "sagemaker:ListDomains",
          "sagemaker:ListEndpointConfigs",
          "sagemaker:ListEndpoints",
          "sagemaker:ListFeatureGroups",
          "sagemaker:ListHubs",
          "sagemaker:ListInferenceComponents",
          "sagemaker:ListModelBiasJobDefinitions",
          "sagemaker:ListModelExplainabilityJobDefinitions",
          "sagemaker:ListModelPackageGroups",
          "sagemaker:ListModelPackages",
          "sagemaker:ListModelQualityJobDefinitions",
          "sagemaker:ListModels",
          "sagemaker:ListMonitoringSchedules",
          "sagemaker:ListNotebookInstances",
          "sagemaker:ListProcessingJobs",
          "sagemaker:ListSpaces",
          "sagemaker:ListTags",
          "sagemaker:ListTrainingJobs",
          "sagemaker:ListTransformJobs",
          "sagemaker:ListUserProfiles",
          "secretsmanager:ListSecrets",
          "securityhub:DescribeHub",
          "securityhub:GetEnabledStandards",
          "servicequotas:ListServiceQuotas",
          "ssm:DescribeParameters",
          "sso:DescribePermissionSet",
          "sso:GetInlinePolicyForPermissionSet",
          "sso:ListCustomerManagedPolicyReferencesInPermissionSet",
          "sso:ListInstances",
          "sso:ListManagedPoliciesInPermissionSet",
          "sso:ListPermissionSets",
          "sso:ListTagsForResource",
          "tag:GetResources",
        ]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "read_2" {
  role       = aws_iam_role.scan.name
  policy_arn = aws_iam_policy.read_2.arn
}
