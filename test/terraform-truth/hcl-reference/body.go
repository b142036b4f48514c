package main

import (
	"sort"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

type printer struct {
	source []byte
}

func (p printer) body(body *hclsyntax.Body) any {
	attributes := []*hclsyntax.Attribute{}
	for _, attribute := range body.Attributes {
		attributes = append(attributes, attribute)
	}
	sort.Slice(attributes, func(i, k int) bool {
		return attributes[i].NameRange.Start.Byte < attributes[k].NameRange.Start.Byte
	})
	set := []any{}
	for _, attribute := range attributes {
		name := attribute.NameRange
		set = append(set, []any{attribute.Name, name.Start.Byte, name.End.Byte, p.expression(attribute.Expr)})
	}
	blocks := []any{}
	for _, block := range body.Blocks {
		blocks = append(blocks, p.block(block))
	}
	return []any{"body", set, blocks}
}

func (p printer) block(block *hclsyntax.Block) any {
	labels := []any{}
	for i, label := range block.Labels {
		labels = append(labels, []any{label, block.LabelRanges[i].Start.Byte, block.LabelRanges[i].End.Byte})
	}
	start, end := block.TypeRange.Start.Byte, block.CloseBraceRange.End.Byte
	return []any{"block", start, end, block.Type, labels, p.body(block.Body)}
}
