package main

import (
	"bytes"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// The parts of a template; texts are joined, and left out where they are empty.
func (p printer) parts(parts []hclsyntax.Expression) []any {
	printed := []any{}
	text := ""
	flush := func() {
		if text != "" {
			printed = append(printed, []any{"text", text})
		}
		text = ""
	}
	for _, part := range parts {
		if piece, ok := literal(part); ok {
			text += piece
			continue
		}
		flush()
		printed = append(printed, p.part(part))
	}
	flush()
	return printed
}

func (p printer) part(part hclsyntax.Expression) any {
	switch x := part.(type) {
	case *hclsyntax.ConditionalExpr:
		if p.isDirective(x.SrcRange.Start.Byte) {
			then, otherwise := p.arm(x.TrueResult), p.arm(x.FalseResult)
			return []any{"if", x.SrcRange.Start.Byte, x.SrcRange.End.Byte, p.expression(x.Condition), then, otherwise}
		}
	case *hclsyntax.TemplateJoinExpr:
		if loop, ok := x.Tuple.(*hclsyntax.ForExpr); ok {
			at := loop.SrcRange
			return []any{"for-each", at.Start.Byte, at.End.Byte, loop.KeyVar, loop.ValVar,
				p.expression(loop.CollExpr), p.arm(loop.ValExpr)}
		}
	}
	return []any{"interpolation", p.expression(part)}
}

// A condition of a directive and one in ${ } are the same kind of node: the text tells which it is.
func (p printer) isDirective(start int) bool {
	return bytes.HasPrefix(p.source[start:], []byte("%{"))
}

func (p printer) arm(expression hclsyntax.Expression) []any {
	if template, ok := expression.(*hclsyntax.TemplateExpr); ok {
		return p.parts(template.Parts)
	}
	return p.parts([]hclsyntax.Expression{expression})
}

func textOf(parts []hclsyntax.Expression) (string, bool) {
	text := ""
	for _, part := range parts {
		piece, ok := literal(part)
		if !ok {
			return "", false
		}
		text += piece
	}
	return text, true
}

func literal(expression hclsyntax.Expression) (string, bool) {
	x, ok := expression.(*hclsyntax.LiteralValueExpr)
	if !ok || x.Val.IsNull() || x.Val.Type() != cty.String {
		return "", false
	}
	return x.Val.AsString(), true
}
