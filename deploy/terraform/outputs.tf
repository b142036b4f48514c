output "role_arn" {
  description = "ARN of the scan role."
  value       = aws_iam_role.scan.arn
}
