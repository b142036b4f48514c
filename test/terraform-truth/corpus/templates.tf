locals {
  empty    = ""
  plain    = "a \"quoted\" text\twith\\escapes \u00e9 \U0001F600"
  wrapped  = "${var.list}"
  joined   = "${var.a}${var.b}"
  trimmed  = "a  ${~ var.b ~}  c"
  dollars  = "$5 $$ $${not} %%{not} 100% $"
  nested   = "x${join(",", ["y", "z${var.q}"])}w"
  if_else  = "%{ if var.a }yes%{ else }no%{ endif }"
  if_only  = "%{if var.a == "b"~}  yes  %{~endif}"
  looped   = "%{ for k, v in var.m }${k}=${v};%{ endfor }"
  deep     = "%{for a in b}%{if a}${a}%{else}%{for c in a}-%{endfor}%{endif}%{endfor}"
  object   = "${ { a = "}" }["a"] }"
  multi    = "${
    var.a
  } and ${ /* a comment */ var.b }"
  label    = "naïve café 日本語 😀 ${var.x}"
}
