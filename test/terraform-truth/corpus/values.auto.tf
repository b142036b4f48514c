region = "eu-central-1"
models = ["a", "b"]
tags = {
  Team = "ai"
  "cost:centre" = 42
}
/**/ last = null /* end */ // of the line
