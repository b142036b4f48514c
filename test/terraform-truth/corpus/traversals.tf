locals {
  attr    = aws_vpc.main.cidr_block
  index   = var.list[0].name
  key     = var.map["a-b"]["c${var.d}"]
  legacy  = aws_instance.web.0.id
  splat   = aws_subnet.all[*].id
  dotted  = aws_subnet.all.*.tags.Name
  twice   = module.a[*].subnets[*].id
  legacy2 = aws_subnet.all.*.ids.0
  mixed   = data.aws_x.y["k"].z[*].w[var.i].v
  call    = tolist(var.set)[0].x
  object  = { a = { b = 1 } }.a.b
  spaced  = ( var
    .a
    . b [ 0 ] )
  after   = aws_subnet.all.*.id[0]
  nulls   = null.a
  computed = var.m[var.k][-1]["x"][true]
}
