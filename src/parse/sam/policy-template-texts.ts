/**
 * The policy templates of SAM: a name, then its statements as `allow SERVICE: ACTIONS on RESOURCES`, with
 * `if KEY = VALUE` where there is a condition. `{Name}` is a parameter; `@` stands for region and account; a resource
 * that does not begin with a parameter lacks `arn:` and its partition.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html
 */
export const policyTemplateTexts = `
AMIDescribePolicy
  allow ec2: DescribeImages on *
AWSSecretsManagerGetSecretValuePolicy
  allow secretsmanager: GetSecretValue on {SecretArn}
AWSSecretsManagerRotationPolicy
  allow secretsmanager: DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage on
    secretsmanager:@:secret:* if secretsmanager:resource/AllowRotationLambdaArn =
    lambda:@:function:{FunctionName}
  allow secretsmanager: GetRandomPassword on *
AcmGetCertificatePolicy
  allow acm: GetCertificate on {CertificateArn}
AthenaQueryPolicy
  allow athena: ListWorkGroups GetExecutionEngine GetExecutionEngines GetNamespace GetCatalogs
    GetNamespaces GetTables GetTable on *
  allow athena: StartQueryExecution GetQueryResults DeleteNamedQuery GetNamedQuery ListQueryExecutions
    StopQueryExecution GetQueryResultsStream ListNamedQueries CreateNamedQuery GetQueryExecution
    BatchGetNamedQuery BatchGetQueryExecution GetWorkGroup on athena:@:workgroup/{WorkGroupName}
CloudFormationDescribeStacksPolicy
  allow cloudformation: DescribeStacks on cloudformation:@:stack/*
CloudWatchDashboardPolicy
  allow cloudwatch: GetDashboard ListDashboards PutDashboard ListMetrics on *
CloudWatchDescribeAlarmHistoryPolicy
  allow cloudwatch: DescribeAlarmHistory on *
CloudWatchPutMetricPolicy
  allow cloudwatch: PutMetricData on *
CodeCommitCrudPolicy
  allow codecommit: GitPull GitPush CreateBranch DeleteBranch GetBranch ListBranches
    MergeBranchesByFastForward MergeBranchesBySquash MergeBranchesByThreeWay UpdateDefaultBranch
    BatchDescribeMergeConflicts CreateUnreferencedMergeCommit DescribeMergeConflicts GetMergeCommit
    GetMergeOptions BatchGetPullRequests CreatePullRequest DescribePullRequestEvents
    GetCommentsForPullRequest GetCommitsFromMergeBase GetMergeConflicts GetPullRequest ListPullRequests
    MergePullRequestByFastForward MergePullRequestBySquash MergePullRequestByThreeWay
    PostCommentForPullRequest UpdatePullRequestDescription UpdatePullRequestStatus UpdatePullRequestTitle
    DeleteFile GetBlob GetFile GetFolder PutFile DeleteCommentContent GetComment
    GetCommentsForComparedCommit PostCommentForComparedCommit PostCommentReply UpdateComment
    BatchGetCommits CreateCommit GetCommit GetCommitHistory GetDifferences GetObjectIdentifier
    GetReferences GetTree GetRepository UpdateRepositoryDescription ListTagsForResource TagResource
    UntagResource GetRepositoryTriggers PutRepositoryTriggers TestRepositoryTriggers GetBranch GetCommit
    UploadArchive GetUploadArchiveStatus CancelUploadArchive on codecommit:@:{RepositoryName}
CodeCommitReadPolicy
  allow codecommit: GitPull GetBranch ListBranches BatchDescribeMergeConflicts DescribeMergeConflicts
    GetMergeCommit GetMergeOptions BatchGetPullRequests DescribePullRequestEvents
    GetCommentsForPullRequest GetCommitsFromMergeBase GetMergeConflicts GetPullRequest ListPullRequests
    GetBlob GetFile GetFolder GetComment GetCommentsForComparedCommit BatchGetCommits GetCommit
    GetCommitHistory GetDifferences GetObjectIdentifier GetReferences GetTree GetRepository
    ListTagsForResource GetRepositoryTriggers TestRepositoryTriggers GetBranch GetCommit
    GetUploadArchiveStatus on codecommit:@:{RepositoryName}
CodePipelineLambdaExecutionPolicy
  allow codepipeline: PutJobSuccessResult PutJobFailureResult on *
CodePipelineReadOnlyPolicy
  allow codepipeline: ListPipelineExecutions on codepipeline:@:{PipelineName}
ComprehendBasicAccessPolicy
  allow comprehend: BatchDetectKeyPhrases DetectDominantLanguage DetectEntities BatchDetectEntities
    DetectKeyPhrases DetectSentiment BatchDetectDominantLanguage BatchDetectSentiment on *
CostExplorerReadOnlyPolicy
  allow ce: GetCostAndUsage GetDimensionValues GetReservationCoverage GetReservationPurchaseRecommendation
    GetReservationUtilization GetTags on *
DynamoDBBackupFullAccessPolicy
  allow dynamodb: CreateBackup DescribeContinuousBackups on dynamodb:@:table/{TableName}
  allow dynamodb: DeleteBackup DescribeBackup ListBackups on dynamodb:@:table/{TableName}/backup/*
DynamoDBCrudPolicy
  allow dynamodb: GetItem DeleteItem PutItem Scan Query UpdateItem BatchWriteItem BatchGetItem
    DescribeTable ConditionCheckItem on dynamodb:@:table/{TableName} dynamodb:@:table/{TableName}/index/*
DynamoDBReadPolicy
  allow dynamodb: GetItem Scan Query BatchGetItem DescribeTable on dynamodb:@:table/{TableName}
    dynamodb:@:table/{TableName}/index/*
DynamoDBReconfigurePolicy
  allow dynamodb: UpdateTable on dynamodb:@:table/{TableName}
DynamoDBRestoreFromBackupPolicy
  allow dynamodb: RestoreTableFromBackup on dynamodb:@:table/{TableName}/backup/*
  allow dynamodb: PutItem UpdateItem DeleteItem GetItem Query Scan BatchWriteItem on
    dynamodb:@:table/{TableName}
DynamoDBStreamReadPolicy
  allow dynamodb: DescribeStream GetRecords GetShardIterator on
    dynamodb:@:table/{TableName}/stream/{StreamName}
  allow dynamodb: ListStreams on dynamodb:@:table/{TableName}/stream/*
DynamoDBWritePolicy
  allow dynamodb: PutItem UpdateItem BatchWriteItem on dynamodb:@:table/{TableName}
    dynamodb:@:table/{TableName}/index/*
EC2CopyImagePolicy
  allow ec2: CopyImage on ec2:@:image/{ImageId}
EC2DescribePolicy
  allow ec2: DescribeRegions DescribeInstances on *
EFSWriteAccessPolicy
  allow elasticfilesystem: ClientMount ClientWrite on elasticfilesystem:@:file-system/{FileSystem} if
    elasticfilesystem:AccessPointArn = elasticfilesystem:@:access-point/{AccessPoint}
EKSDescribePolicy
  allow eks: DescribeCluster ListClusters on *
EcsRunTaskPolicy
  allow ecs: RunTask on ecs:@:task-definition/{TaskDefinition}
ElasticMapReduceAddJobFlowStepsPolicy
  allow elasticmapreduce: AddJobFlowSteps on elasticmapreduce:@:cluster/{ClusterId}
ElasticMapReduceCancelStepsPolicy
  allow elasticmapreduce: CancelSteps on elasticmapreduce:@:cluster/{ClusterId}
ElasticMapReduceModifyInstanceFleetPolicy
  allow elasticmapreduce: ModifyInstanceFleet ListInstanceFleets on elasticmapreduce:@:cluster/{ClusterId}
ElasticMapReduceModifyInstanceGroupsPolicy
  allow elasticmapreduce: ModifyInstanceGroups ListInstanceGroups on
    elasticmapreduce:@:cluster/{ClusterId}
ElasticMapReduceSetTerminationProtectionPolicy
  allow elasticmapreduce: SetTerminationProtection on elasticmapreduce:@:cluster/{ClusterId}
ElasticMapReduceTerminateJobFlowsPolicy
  allow elasticmapreduce: TerminateJobFlows on elasticmapreduce:@:cluster/{ClusterId}
ElasticsearchHttpPostPolicy
  allow es: ESHttpPost ESHttpPut on es:@:domain/{DomainName}/*
EventBridgePutEventsPolicy
  allow events: PutEvents on events:@:event-bus/{EventBusName}
FilterLogEventsPolicy
  allow logs: FilterLogEvents on logs:@:log-group:{LogGroupName}:log-stream:*
FirehoseCrudPolicy
  allow firehose: CreateDeliveryStream DeleteDeliveryStream DescribeDeliveryStream PutRecord
    PutRecordBatch UpdateDestination on firehose:@:deliverystream/{DeliveryStreamName}
FirehoseWritePolicy
  allow firehose: PutRecord PutRecordBatch on firehose:@:deliverystream/{DeliveryStreamName}
KMSDecryptPolicy
  allow kms: Decrypt on kms:@:key/{KeyId}
KMSEncryptPolicy
  allow kms: Encrypt on kms:@:key/{KeyId}
KMSEncryptPolicy_v2
  allow kms: Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair
    GenerateDataKeyPairWithoutPlaintext on kms:@:key/{KeyId}
KinesisCrudPolicy
  allow kinesis: AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream DescribeStream
    DescribeStreamSummary GetShardIterator IncreaseStreamRetentionPeriod ListTagsForStream MergeShards
    PutRecord PutRecords SplitShard RemoveTagsFromStream on kinesis:@:stream/{StreamName}
KinesisStreamReadPolicy
  allow kinesis: ListStreams DescribeLimits on kinesis:@:stream/*
  allow kinesis: DescribeStream DescribeStreamSummary GetRecords GetShardIterator on
    kinesis:@:stream/{StreamName}
LambdaInvokePolicy
  allow lambda: InvokeFunction on lambda:@:function:{FunctionName}*
MobileAnalyticsWriteOnlyAccessPolicy
  allow mobileanalytics: PutEvents on *
OrganizationsListAccountsPolicy
  allow organizations: ListAccounts on *
PinpointEndpointAccessPolicy
  allow mobiletargeting: GetEndpoint UpdateEndpoint UpdateEndpointsBatch on
    mobiletargeting:@:apps/{PinpointApplicationId}/endpoints/*
PollyFullAccessPolicy
  allow polly: GetLexicon DeleteLexicon on polly:@:lexicon/{LexiconName}
  allow polly: DescribeVoices ListLexicons PutLexicon SynthesizeSpeech on polly:@:lexicon/*
RekognitionDetectOnlyPolicy
  allow rekognition: DetectFaces DetectLabels DetectModerationLabels DetectText on *
RekognitionFacesManagementPolicy
  allow rekognition: IndexFaces DeleteFaces SearchFaces SearchFacesByImage ListFaces on
    rekognition:@:collection/{CollectionId}
RekognitionFacesPolicy
  allow rekognition: CompareFaces DetectFaces on *
RekognitionLabelsPolicy
  allow rekognition: DetectLabels DetectModerationLabels on *
RekognitionNoDataAccessPolicy
  allow rekognition: CompareFaces DetectFaces DetectLabels DetectModerationLabels on
    rekognition:@:collection/{CollectionId}
RekognitionReadPolicy
  allow rekognition: ListCollections ListFaces SearchFaces SearchFacesByImage on
    rekognition:@:collection/{CollectionId}
RekognitionWriteOnlyAccessPolicy
  allow rekognition: CreateCollection IndexFaces on rekognition:@:collection/{CollectionId}
Route53ChangeResourceRecordSetsPolicy
  allow route53: ChangeResourceRecordSets on route53:::hostedzone/{HostedZoneId}
S3CrudPolicy
  allow s3: GetObject ListBucket GetBucketLocation GetObjectVersion PutObject PutObjectAcl
    GetLifecycleConfiguration PutLifecycleConfiguration DeleteObject on s3:::{BucketName}
    s3:::{BucketName}/*
S3FullAccessPolicy
  allow s3: GetObject GetObjectAcl GetObjectVersion PutObject PutObjectAcl DeleteObject
    DeleteObjectTagging DeleteObjectVersionTagging GetObjectTagging GetObjectVersionTagging
    PutObjectTagging PutObjectVersionTagging on s3:::{BucketName}/*
  allow s3: ListBucket GetBucketLocation GetLifecycleConfiguration PutLifecycleConfiguration on
    s3:::{BucketName}
S3ReadPolicy
  allow s3: GetObject ListBucket GetBucketLocation GetObjectVersion GetLifecycleConfiguration on
    s3:::{BucketName} s3:::{BucketName}/*
S3WritePolicy
  allow s3: PutObject PutObjectAcl PutLifecycleConfiguration on s3:::{BucketName} s3:::{BucketName}/*
SESBulkTemplatedCrudPolicy
  allow ses: GetIdentityVerificationAttributes SendEmail SendRawEmail SendTemplatedEmail
    SendBulkTemplatedEmail VerifyEmailIdentity on ses:@:identity/{IdentityName}
SESBulkTemplatedCrudPolicy_v2
  allow ses: SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail on
    ses:@:identity/{IdentityName} ses:@:template/{TemplateName}
  allow ses: GetIdentityVerificationAttributes VerifyEmailIdentity on *
SESCrudPolicy
  allow ses: GetIdentityVerificationAttributes SendEmail SendRawEmail VerifyEmailIdentity on
    ses:@:identity/{IdentityName}
SESEmailTemplateCrudPolicy
  allow ses: CreateTemplate GetTemplate ListTemplates UpdateTemplate DeleteTemplate TestRenderTemplate on
    *
SESSendBouncePolicy
  allow ses: SendBounce on ses:@:identity/{IdentityName}
SNSCrudPolicy
  allow sns: ListSubscriptionsByTopic CreateTopic SetTopicAttributes Subscribe Publish on
    sns:@:{TopicName}*
SNSPublishMessagePolicy
  allow sns: Publish on sns:@:{TopicName}
SQSPollerPolicy
  allow sqs: ChangeMessageVisibility ChangeMessageVisibilityBatch DeleteMessage DeleteMessageBatch
    GetQueueAttributes ReceiveMessage on sqs:@:{QueueName}
SQSSendMessagePolicy
  allow sqs: SendMessage* on sqs:@:{QueueName}
SSMParameterReadPolicy
  allow ssm: DescribeParameters on *
  allow ssm: GetParameters GetParameter GetParametersByPath on ssm:@:parameter/{ParameterName}
SSMParameterWithSlashPrefixReadPolicy
  allow ssm: DescribeParameters on *
  allow ssm: GetParameters GetParameter GetParametersByPath on ssm:@:parameter{ParameterName}
SageMakerCreateEndpointConfigPolicy
  allow sagemaker: CreateEndpointConfig on sagemaker:@:endpoint-config/{EndpointConfigName}
SageMakerCreateEndpointPolicy
  allow sagemaker: CreateEndpoint on sagemaker:@:endpoint/{EndpointName}
ServerlessRepoReadWriteAccessPolicy
  allow serverlessrepo: CreateApplication CreateApplicationVersion UpdateApplication GetApplication
    ListApplications ListApplicationVersions ListApplicationDependencies on
    serverlessrepo:@:applications/*
StepFunctionsCallbackPolicy
  allow states: SendTaskFailure SendTaskHeartbeat SendTaskSuccess on
    states:@:stateMachine:{StateMachineName}
StepFunctionsExecutionPolicy
  allow states: StartExecution on states:@:stateMachine:{StateMachineName}
StepFunctionsExecutionPolicy_v2
  allow states: StartExecution StartSyncExecution on states:@:stateMachine:{StateMachineName}
TextractDetectAnalyzePolicy
  allow textract: DetectDocumentText StartDocumentTextDetection StartDocumentAnalysis AnalyzeDocument on *
TextractGetResultPolicy
  allow textract: GetDocumentTextDetection GetDocumentAnalysis on *
TextractPolicy
  allow textract: * on *
VPCAccessPolicy
  allow ec2: CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces
    DetachNetworkInterface on *
`;
