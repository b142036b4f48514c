resource aws_s3_bucket "unquoted" {
  bucket = "x"
}
empty {}
block "a" "b\tc" d { one = 1 }
outer {
  inner "x" {
    innermost {
      value = true
    }
    innermost { value = false }
  }

  /* a comment
     of lines */ after = 1 # end
}
dynamic-name_1 = 1
_private       = 2
ünïcödé        = 3
provider "aws" { region = "eu-central-1" }
action "aws_codebuild_start_build" "run" {
  config {
    project_name = aws_codebuild_project.p.name
  }
}
