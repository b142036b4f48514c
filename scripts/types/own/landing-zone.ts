import type { CompactType } from '../shape.ts';
import { listTags, tagDefinition } from './parts.ts';

const organizations = (action: string): string =>
  `https://docs.aws.amazon.com/organizations/latest/APIReference/API_${action}.html`;
const ec2 = (action: string): string =>
  `https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_${action}.html`;
const publicAccessBlock = {
  BlockPublicAcls: 'bool',
  BlockPublicPolicy: 'bool',
  IgnorePublicAcls: 'bool',
  RestrictPublicBuckets: 'bool',
};

/** Settings of accounts, organisations and neighbouring services without a CloudFormation type. */
export const landingZone: Readonly<Record<string, CompactType>> = {
  'AWS::Account::AlternateContact': {
    source: 'https://docs.aws.amazon.com/accounts/latest/reference/API_PutAlternateContact.html',
    properties: {
      AlternateContactType: { type: 'string!', values: ['BILLING', 'OPERATIONS', 'SECURITY'] },
      EmailAddress: 'string!',
      Name: 'string!',
      PhoneNumber: 'string!',
      Title: 'string!',
    },
  },
  'AWS::Account::Region': {
    source: 'https://docs.aws.amazon.com/accounts/latest/reference/API_EnableRegion.html',
    properties: {
      RegionName: 'string!',
      RegionOptStatus: {
        type: 'string',
        values: ['DISABLED', 'DISABLING', 'ENABLED', 'ENABLED_BY_DEFAULT', 'ENABLING'],
      },
    },
  },
  'AWS::CloudTrail::OrganizationDelegatedAdmin': {
    source:
      'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_RegisterOrganizationDelegatedAdmin.html',
    properties: { MemberAccountId: 'string!' },
  },
  'AWS::Config::ConfigurationRecorderStatus': {
    source: 'https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorderStatus.html',
    properties: { LastStatus: 'string', Name: 'string!', Recording: 'bool' },
  },
  'AWS::EC2::EbsDefaultKmsKey': {
    source: ec2('ModifyEbsDefaultKmsKeyId'),
    properties: { KmsKeyId: 'string!' },
  },
  'AWS::EC2::EbsEncryptionByDefault': {
    source: ec2('EnableEbsEncryptionByDefault'),
    properties: { EbsEncryptionByDefault: 'bool!' },
  },
  'AWS::EC2::ImageBlockPublicAccess': {
    source: ec2('EnableImageBlockPublicAccess'),
    properties: {
      ImageBlockPublicAccessState: { type: 'string!', values: ['block-new-sharing', 'unblocked'] },
    },
  },
  'AWS::EC2::InstanceMetadataDefaults': {
    source: ec2('ModifyInstanceMetadataDefaults'),
    properties: {
      HttpEndpoint: { type: 'string', values: ['disabled', 'enabled', 'no-preference'] },
      HttpPutResponseHopLimit: 'int',
      HttpTokens: { type: 'string', values: ['no-preference', 'optional', 'required'] },
      InstanceMetadataTags: { type: 'string', values: ['disabled', 'enabled', 'no-preference'] },
    },
  },
  'AWS::GuardDuty::OrganizationAdminAccount': {
    source:
      'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_EnableOrganizationAdminAccount.html',
    properties: { AdminAccountId: 'string!' },
  },
  'AWS::GuardDuty::OrganizationConfiguration': {
    source:
      'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_UpdateOrganizationConfiguration.html',
    properties: {
      AutoEnable: 'bool',
      AutoEnableOrganizationMembers: { type: 'string', values: ['ALL', 'NEW', 'NONE'] },
      DetectorId: 'string!',
      Features: 'list<Feature>',
    },
    definitions: {
      AdditionalConfiguration: {
        AutoEnable: { type: 'string', values: ['ALL', 'NEW', 'NONE'] },
        Name: 'string',
      },
      Feature: {
        AdditionalConfiguration: 'list<AdditionalConfiguration>',
        AutoEnable: { type: 'string', values: ['ALL', 'NEW', 'NONE'] },
        Name: 'string',
      },
    },
  },
  // What IAM makes for one service, such as a long-term API key of Amazon Bedrock.
  'AWS::IAM::ServiceSpecificCredential': {
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html',
    properties: {
      CredentialAgeDays: 'int',
      ServiceName: 'string!',
      Status: { type: 'string', default: 'Active', values: ['Active', 'Expired', 'Inactive'] },
      UserName: 'string!',
    },
    attributes: ['ServiceSpecificCredentialId'],
  },
  'AWS::Kendra::Experience': {
    source: 'https://docs.aws.amazon.com/kendra/latest/APIReference/API_CreateExperience.html',
    properties: {
      Configuration: 'json',
      Description: 'string',
      IndexId: 'string!',
      Name: 'string!',
      RoleArn: 'string',
    },
    names: ['Name'],
  },
  'AWS::Macie::ClassificationJob': {
    source: 'https://docs.aws.amazon.com/macie/latest/APIReference/jobs.html',
    properties: {
      Description: 'string',
      JobStatus: 'string',
      JobType: { type: 'string!', values: ['ONE_TIME', 'SCHEDULED'] },
      Name: 'string!',
      S3JobDefinition: 'json!',
      SamplingPercentage: 'int',
      ScheduleFrequency: 'json',
      Tags: 'map<string>',
    },
    names: ['Name'],
    tags: { property: 'Tags', shape: 'map' },
  },
  'AWS::Macie::OrganizationAdminAccount': {
    source: 'https://docs.aws.amazon.com/macie/latest/APIReference/admin.html',
    properties: { AdminAccountId: 'string!' },
  },
  'AWS::Macie::OrganizationConfiguration': {
    source: 'https://docs.aws.amazon.com/macie/latest/APIReference/admin-configuration.html',
    properties: { AutoEnable: 'bool!' },
  },
  'AWS::Organizations::DelegatedAdministrator': {
    source: organizations('RegisterDelegatedAdministrator'),
    properties: { AccountId: 'string!', ServicePrincipal: 'string!' },
  },
  'AWS::Organizations::EffectivePolicy': {
    source: organizations('DescribeEffectivePolicy'),
    properties: { PolicyContent: 'json', PolicyType: 'string!', TargetId: 'string!' },
  },
  'AWS::Organizations::EnabledPolicyType': {
    source: organizations('EnablePolicyType'),
    properties: { PolicyType: 'string!', RootId: 'string' },
  },
  'AWS::Organizations::PolicyAttachment': {
    source: organizations('AttachPolicy'),
    properties: { PolicyId: 'string!', TargetId: 'string!' },
  },
  'AWS::Organizations::ServiceAccess': {
    source: organizations('EnableAWSServiceAccess'),
    properties: { ServicePrincipal: 'string!' },
  },
  'AWS::QBusiness::ChatControlsConfiguration': {
    source:
      'https://docs.aws.amazon.com/amazonq/latest/api-reference/API_UpdateChatControlsConfiguration.html',
    properties: {
      ApplicationId: 'string!',
      BlockedPhrasesConfiguration: 'json',
      CreatorModeConfiguration: 'CreatorModeConfiguration',
      HallucinationReductionConfiguration: 'json',
      OrchestrationConfiguration: 'json',
      ResponseScope: { type: 'string', values: ['ENTERPRISE_CONTENT_ONLY', 'EXTENDED_KNOWLEDGE_ENABLED'] },
      TopicConfigurations: 'list<json>',
    },
    definitions: { CreatorModeConfiguration: { CreatorModeControl: 'string!' } },
  },
  'AWS::QBusiness::Subscription': {
    source: 'https://docs.aws.amazon.com/amazonq/latest/api-reference/API_CreateSubscription.html',
    properties: { ApplicationId: 'string!', Principal: 'json!', Type: 'string!' },
  },
  'AWS::S3::AccountPublicAccessBlock': {
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutPublicAccessBlock.html',
    properties: { AccountId: 'string', ...publicAccessBlock },
  },
  'AWS::SecurityHub::ActionTarget': {
    source: 'https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_CreateActionTarget.html',
    properties: { Description: 'string!', Id: 'string!', Name: 'string!' },
    names: ['Name'],
  },
  'AWS::ServiceQuotas::ServiceQuota': {
    source: 'https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_ServiceQuota.html',
    properties: { QuotaCode: 'string!', ServiceCode: 'string!', Tags: 'list<Tag>', Value: 'double!' },
    definitions: { Tag: tagDefinition },
    tags: listTags,
  },
};
