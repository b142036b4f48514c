resource "aws_security_group" "sg" {
  count = var.enabled ? 1 : 0
  dynamic "ingress" {
    for_each = { for r in var.rules : r.port => r }
    iterator = rule
    content {
      from_port   = rule.key
      to_port     = rule.value.port
      protocol    = "tcp"
      cidr_blocks = try(rule.value.cidrs, ["10.0.0.0/8"])
    }
  }
  tags = merge(var.tags, {
    Name = format("%s-%02d", var.name, count.index)
  })
}
