import { parseHcl } from '../src/syntax/hcl/parse-hcl.ts';
import { scan } from '../src/syntax/hcl/scan.ts';

/**
 * How fast HCL becomes a tree, in MB of text a second: medians of five in one process.
 * `node bench/hcl.ts [MODULES]`; a module is a file of some 70 lines.
 */

const count = Number(process.argv[2] ?? 1000);

const moduleText = (i: number): string => `# Module ${i}
variable "models" {
  type    = map(object({ arn = string, enabled = optional(bool, true) }))
  default = {}
  validation {
    condition     = alltrue([for m in var.models : can(regex("^arn:", m.arn))])
    error_message = "Each model needs an ARN, not \${jsonencode(keys(var.models))}."
  }
}

locals {
  enabled = { for k, m in var.models : k => m.arn if m.enabled && k != "" }
  tags    = merge(var.tags, { Name = "agent-${i}", Environment = var.environment == "prod" ? "production" : "test" })
}

resource "aws_bedrockagent_agent" "agent_${i}" {
  count                       = length(local.enabled) > 0 ? 1 : 0
  agent_name                  = "\${var.prefix}-agent-${i}"
  agent_resource_role_arn     = aws_iam_role.agent_${i}.arn
  foundation_model            = "anthropic.claude-sonnet-4-20250514-v1:0"
  idle_session_ttl_in_seconds = 60 * 15
  customer_encryption_key_arn = one(aws_kms_key.agent[*].arn) // the key of the team
  tags                        = local.tags

  guardrail_configuration {
    guardrail_identifier = aws_bedrock_guardrail.main[${i}].guardrail_id
    guardrail_version    = "1"
  }
}

resource "aws_iam_role_policy" "agent_${i}" {
  name = "invoke"
  role = aws_iam_role.agent_${i}.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]
        Resource = values(local.enabled)
      },
    ]
  })
}

resource "aws_security_group" "agent_${i}" {
  description = <<-EOT
    The agent \${var.prefix} reaches
      \${join(", ", [for e in aws_vpc_endpoint.all : e.service_name])}
    and nothing else.
  EOT
  dynamic "ingress" {
    for_each = { for r in var.rules : r.port => r }
    content {
      from_port   = ingress.key
      cidr_blocks = try(ingress.value.cidrs, ["10.0.0.0/8"])
    }
  }
}
`;

const files = Array.from({ length: count }, (_, i) => ({ path: `${i}/main.tf`, text: moduleText(i) }));
const size = files.reduce((sum, { text }) => sum + text.length, 0);

const steps: readonly (readonly [name: string, run: (file: (typeof files)[number]) => unknown])[] = [
  ['tokens', ({ text }) => scan(text)],
  ['tree, with places and comments', parseHcl],
];

for (const [name, run] of steps) {
  const speeds = Array.from({ length: 5 }, () => size / 1000 / millisecondsOf(() => files.map(run)));
  const median = speeds.toSorted((a, b) => a - b)[2] ?? 0;
  process.stdout.write(
    `${name.padEnd(34)}${median.toFixed(1).padStart(8)} MB/s, ${count} files, ${size} characters\n`,
  );
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
