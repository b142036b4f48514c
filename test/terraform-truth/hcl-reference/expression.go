package main

import (
	"fmt"
	"math"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

func (p printer) expression(expression hclsyntax.Expression) any {
	at := expression.Range()
	node := func(kind string, rest ...any) any {
		return append([]any{kind, at.Start.Byte, at.End.Byte}, rest...)
	}
	switch x := expression.(type) {
	case *hclsyntax.LiteralValueExpr:
		return node("literal", plain(x.Val))
	case *hclsyntax.TemplateExpr:
		if text, ok := textOf(x.Parts); ok {
			return node("literal", text)
		}
		return node("template", false, p.parts(x.Parts))
	case *hclsyntax.TemplateWrapExpr:
		return node("template", true, []any{[]any{"interpolation", p.expression(x.Wrapped)}})
	case *hclsyntax.ScopeTraversalExpr:
		root := x.Traversal[0]
		name := root.SourceRange()
		variable := []any{"variable", name.Start.Byte, name.End.Byte, x.Traversal.RootName()}
		return steps(variable, at.Start.Byte, x.Traversal[1:])
	case *hclsyntax.RelativeTraversalExpr:
		return steps(p.expression(x.Source), at.Start.Byte, x.Traversal)
	case *hclsyntax.IndexExpr:
		return node("index", p.expression(x.Collection), p.expression(x.Key))
	case *hclsyntax.SplatExpr:
		return node("splat", p.expression(x.Source), p.each(x.Each), p.isFull(x))
	case *hclsyntax.FunctionCallExpr:
		return node("call", x.Name, x.ExpandFinal, p.expressions(x.Args))
	case *hclsyntax.UnaryOpExpr:
		return node("unary", operators[x.Op], p.expression(x.Val))
	case *hclsyntax.BinaryOpExpr:
		return node("binary", operators[x.Op], p.expression(x.LHS), p.expression(x.RHS))
	case *hclsyntax.ConditionalExpr:
		return node("conditional", p.expression(x.Condition), p.expression(x.TrueResult), p.expression(x.FalseResult))
	case *hclsyntax.ParenthesesExpr:
		return node("parentheses", p.expression(x.Expression))
	case *hclsyntax.TupleConsExpr:
		return node("tuple", p.expressions(x.Exprs))
	case *hclsyntax.ObjectConsExpr:
		items := []any{}
		for _, item := range x.Items {
			items = append(items, []any{p.key(item.KeyExpr), p.expression(item.ValueExpr)})
		}
		return node("object", items)
	case *hclsyntax.ForExpr:
		return node("for", x.KeyVar, x.ValVar, p.expression(x.CollExpr), p.optional(x.KeyExpr),
			p.expression(x.ValExpr), p.optional(x.CondExpr), x.Group)
	}
	panic(fmt.Sprintf("no form for %T", expression))
}

func (p printer) expressions(expressions []hclsyntax.Expression) []any {
	printed := []any{}
	for _, expression := range expressions {
		printed = append(printed, p.expression(expression))
	}
	return printed
}

func (p printer) optional(expression hclsyntax.Expression) any {
	if expression == nil {
		return nil
	}
	return p.expression(expression)
}

func (p printer) key(expression hclsyntax.Expression) any {
	key, ok := expression.(*hclsyntax.ObjectConsKeyExpr)
	if !ok {
		return p.expression(expression)
	}
	if word := hcl.ExprAsKeyword(key.Wrapped); word != "" && !key.ForceNonLiteral {
		at := key.Range()
		return []any{"literal", at.Start.Byte, at.End.Byte, cty.StringVal(word).AsString()}
	}
	return p.expression(key.Wrapped)
}

// Each step of a traversal as a node around what it reads from.
func steps(of any, start int, traversal hcl.Traversal) any {
	for _, step := range traversal {
		end := step.SourceRange().End.Byte
		switch x := step.(type) {
		case hcl.TraverseAttr:
			of = []any{"attr", start, end, of, x.Name}
		case hcl.TraverseIndex:
			of = []any{"index", start, end, of, []any{"key", plain(x.Key)}}
		default:
			panic(fmt.Sprintf("no form for %T", step))
		}
	}
	return of
}

// What a splat reads of each element; without places.
func (p printer) each(expression hclsyntax.Expression) any {
	switch x := expression.(type) {
	case *hclsyntax.AnonSymbolExpr:
		return []any{"element"}
	case *hclsyntax.RelativeTraversalExpr:
		of := p.each(x.Source)
		for _, step := range x.Traversal {
			switch y := step.(type) {
			case hcl.TraverseAttr:
				of = []any{"attr", of, y.Name}
			case hcl.TraverseIndex:
				of = []any{"index", of, []any{"key", plain(y.Key)}}
			default:
				panic(fmt.Sprintf("no form for %T", step))
			}
		}
		return of
	case *hclsyntax.IndexExpr:
		return []any{"index", p.each(x.Collection), p.expression(x.Key)}
	case *hclsyntax.SplatExpr:
		return []any{"splat", p.each(x.Source), p.each(x.Each), p.isFull(x)}
	}
	panic(fmt.Sprintf("no form for %T in a splat", expression))
}

func (p printer) isFull(splat *hclsyntax.SplatExpr) bool {
	return p.source[splat.MarkerRange.Start.Byte] == '['
}

func plain(value cty.Value) any {
	switch {
	case value.IsNull():
		return nil
	case value.Type() == cty.String:
		return value.AsString()
	case value.Type() == cty.Bool:
		return value.True()
	}
	number, _ := value.AsBigFloat().Float64()
	if math.IsInf(number, 0) {
		return "Infinity"
	}
	return number
}

var operators = map[*hclsyntax.Operation]string{
	hclsyntax.OpLogicalOr:          "||",
	hclsyntax.OpLogicalAnd:         "&&",
	hclsyntax.OpLogicalNot:         "!",
	hclsyntax.OpEqual:              "==",
	hclsyntax.OpNotEqual:           "!=",
	hclsyntax.OpGreaterThan:        ">",
	hclsyntax.OpGreaterThanOrEqual: ">=",
	hclsyntax.OpLessThan:           "<",
	hclsyntax.OpLessThanOrEqual:    "<=",
	hclsyntax.OpAdd:                "+",
	hclsyntax.OpSubtract:           "-",
	hclsyntax.OpMultiply:           "*",
	hclsyntax.OpDivide:             "/",
	hclsyntax.OpModulo:             "%",
	hclsyntax.OpNegate:             "-",
}
