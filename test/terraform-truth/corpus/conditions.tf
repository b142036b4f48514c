locals {
  small   = var.size < 10 && !var.large || var.forced == true
  steps   = (1 + 2) * 3 - -4 % 5
  either  = var.a != null ? var.a : var.b == "" ? "none" : var.b
  wide    = (
    var.first
    ? "a"
    : "b"
  )
  compare = [1 <= 2, 3 >= 4, 5 > 6, 7 < 8, !(true && false)]
  numbers = [0, 1.5, 2e3, 4.5E-2, 00012, 1.e2]
  unary   = -var.count - -1
  chained = a || b || c && d && e == f != g
}
