package main

import (
	"encoding/json"
	"os"
	"sort"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Block says which attributes and nested blocks a provider, a resource or a data source has.
type Block struct {
	// Attributes by name: "optional" ones are written, "computed" ones are known after apply, "both" may be either.
	Attributes map[string]string `json:"attributes"`
	// Texts and lists of texts among them, by name: "string", "list". All others are of any type.
	Types  map[string]string `json:"types"`
	Blocks map[string]*Block `json:"blocks"`
}

// Schemas are those of one provider.
type Schemas struct {
	Provider  *Block            `json:"provider"`
	Resources map[string]*Block `json:"resources"`
	Data      map[string]*Block `json:"data"`
	// Answers of data sources, by type and attribute.
	Answers map[string]map[string]string `json:"answers"`
}

func readSchemas(path string, provider string) (Schemas, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return Schemas{}, err
	}
	all := map[string]Schemas{}
	err = json.Unmarshal(text, &all)
	return all[provider], err
}

// schemaOf makes every attribute one of any type: what the language gives is what the plan shows.
func schemaOf(block *Block) *tfprotov6.SchemaBlock {
	made := &tfprotov6.SchemaBlock{}
	if block == nil {
		return made
	}
	for _, name := range sortedKeys(block.Attributes) {
		kind := block.Attributes[name]
		made.Attributes = append(made.Attributes, &tfprotov6.SchemaAttribute{
			Name:     name,
			Type:     attributeType(block, name),
			Optional: kind != "computed",
			Computed: kind != "optional",
		})
	}
	for _, name := range sortedKeys(block.Blocks) {
		made.BlockTypes = append(made.BlockTypes, &tfprotov6.SchemaNestedBlock{
			TypeName: name,
			Nesting:  tfprotov6.SchemaNestedBlockNestingModeList,
			Block:    schemaOf(block.Blocks[name]),
		})
	}
	return made
}

func attributeType(block *Block, name string) tftypes.Type {
	switch block.Types[name] {
	case "string":
		return tftypes.String
	case "list":
		return tftypes.List{ElementType: tftypes.String}
	default:
		return tftypes.DynamicPseudoType
	}
}

// typeOf is the type of the value of a block. A list of blocks with attributes of any type is itself of any type.
func typeOf(block *Block) tftypes.Object {
	types := map[string]tftypes.Type{}
	for name := range block.Attributes {
		types[name] = attributeType(block, name)
	}
	for name, nested := range block.Blocks {
		if isDynamic(nested) {
			types[name] = tftypes.DynamicPseudoType
		} else {
			types[name] = tftypes.List{ElementType: typeOf(nested)}
		}
	}
	return tftypes.Object{AttributeTypes: types}
}

func isDynamic(block *Block) bool {
	for name := range block.Attributes {
		if attributeType(block, name).Is(tftypes.DynamicPseudoType) {
			return true
		}
	}
	for _, nested := range block.Blocks {
		if isDynamic(nested) {
			return true
		}
	}
	return false
}

func sortedKeys[T any](values map[string]T) []string {
	keys := make([]string, 0, len(values))
	for key := range values {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
