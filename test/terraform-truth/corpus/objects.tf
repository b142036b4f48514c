locals {
  one_line = { a = 1, b : 2, "c" = 3, (var.d) = 4, "e-${var.f}" = 5 }
  lines = {
    a = 1
    b = 2, c = 3,

    # a comment between
    "d" : [
      1,
      2, // two
    ]
    e = {}
    null = true
    1    = "one"
    x.y  = 2
    (a.b).c = 4
  }
  empty_lines = {

  }
  tuples = [[], [1], [1, 2,], [
  ]]
}
