locals {
  none    = timestamp()
  many    = merge(local.a, { b = 1 }, var.c...)
  lines   = coalesce(
    var.a,
    var.b, # the default
  )
  spaced  = upper ( "x" )
  spaces  = provider::aws::arn_parse("arn:aws:s3:::b").service
  core    = core::max(1, 2)
  policy  = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = ["*"] }]
  })
}
