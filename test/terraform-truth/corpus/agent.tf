# An agent with its guardrail.
terraform {
  required_version = ">= 1.9"
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 6.0" }
  }
}

resource "aws_bedrockagent_agent" "support" {
  agent_name              = "${var.prefix}-support"
  agent_resource_role_arn = aws_iam_role.agent.arn
  foundation_model        = var.models["large"]
  idle_session_ttl_in_seconds = 60 * 60 / 4
  customer_encryption_key_arn = one(aws_kms_key.agent[*].arn)

  guardrail_configuration {
    guardrail_identifier = aws_bedrock_guardrail.main.guardrail_id // the id, not the ARN
    guardrail_version    = "1"
  }

  lifecycle { ignore_changes = [tags["Built"], description] }
}
