variable "role_name" {
  description = "Name of the role: plumbline collect --role."
  type        = string
  default     = "PlumblineScan"
}

variable "caller_arn" {
  description = "ARN of the role that the nightly run has; it alone may assume the scan role."
  type        = string
}

variable "external_id" {
  description = "What the caller has to name: plumbline collect --external-id."
  type        = string

  validation {
    condition     = length(var.external_id) >= 8
    error_message = "An external id has at least 8 characters."
  }
}
