locals {
  names   = [for m in var.models : m.name]
  by_name = { for k, m in var.models : upper(k) => m.arn if m.enabled }
  grouped = { for m in var.models : m.vendor => m.name... }
  pairs = flatten([
    for vendor, models in local.grouped : [
      for model in models : { vendor = vendor, model = model } # each one
      if model != ""
    ]
  ])
  words = {for in in ["for", "if"] : in => in}
  last  = [for i, x in [1, 2, 3] : x if i > 0][0]
}
