/** What AWS gives every thing that it makes. */
const always = /^(?:id|arn|unique_id|tags_all|owner_id|result|hex|dec|b64_url|b64_std|b64|urn)$/;

/** Names that are made up when none is written. */
const named = /^(?:name|bucket|function_name|identifier|cluster_identifier)$/;

/** Attributes that are made, and can never be written, of any type. */
const made =
  /^(?:invoke_arn|qualified_arn|qualified_invoke_arn|stream_arn|latest_version|latest_restorable_time|private_key_pem|private_key_openssh|public_key_pem|public_key_openssh|bucket_domain_name|bucket_regional_domain_name|hosted_zone_id|default_security_group_id|default_network_acl_id|provisioned_model_arn|target_key_arn|agent_runtime_arn|browser_arn|code_interpreter_arn|default_route_table_id|main_route_table_id|dns_name|endpoint|reader_endpoint|repository_url|url|primary_network_interface_id|creation_date|created_at|created_date|created_time|updated_at|last_updated_date|self_link|fingerprint|status|collection_endpoint|dashboard_endpoint|version|version_id)$/;

/**
 * Whether an attribute that is not written is certainly set by the provider. An attribute that may be left out and is
 * then left empty (`kms_key_id`) must not pass for set.
 */
export function isComputed(type: string, name: string): boolean {
  if (always.test(name) || named.test(name) || made.test(name)) return true;
  const own = /^(.+)_(?:id|arn|name|url|endpoint)$/.exec(name)?.[1];
  // `agent_arn` of an `aws_bedrockagent_agent`, `guardrail_id` of an `aws_bedrock_guardrail`.
  return own !== undefined && (type.endsWith(`_${own}`) || type.split('_').slice(1).join('_') === own);
}
