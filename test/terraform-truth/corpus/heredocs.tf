resource "aws_iam_policy" "p" {
  policy = <<EOF
{
  "Statement": [{
    "Effect": "Allow",
    "Action": ["bedrock:*"],
    "Resource": "arn:aws:bedrock:${var.region}::foundation-model/*",
    "Condition": {"StringEquals": {"aws:PrincipalTag/$${team}": "100%%{x}"}}
  }]
}
EOF
  text = <<-EOT
    first ${var.first}
      second costs $5

	tab and 5% of $
    %{ if var.more ~}
    more
    %{~ else }
      less
    %{ endif ~}
    %{ for k, v in var.tags ~}
    ${k} = ${v}
    %{ endfor ~}
    last
    EOT
  list = [<<A
one
A
    , <<-B
      two ${ "in ${"deep"}" }
    B
  ]
}
