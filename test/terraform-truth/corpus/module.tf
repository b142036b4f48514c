variable "models" {
  type = map(object({
    arn     = string
    enabled = optional(bool, true)
  }))
  default     = {}
  sensitive   = false
  validation {
    condition     = alltrue([for m in var.models : can(regex("^arn:", m.arn))])
    error_message = "Each model needs an ARN, not ${jsonencode(keys(var.models))}."
  }
}

module "endpoint" {
  source   = "./modules/endpoint"
  for_each = toset(["bedrock", "bedrock-runtime"])
  service  = "com.amazonaws.${var.region}.${each.key}"
  providers = {
    aws = aws.eu
  }
}

output "ids" {
  value = { for k, m in module.endpoint : k => m.id }
}

moved {
  from = aws_vpc_endpoint.old
  to   = module.endpoint["bedrock"].aws_vpc_endpoint.this
}
