// Command hcl-reference says how hashicorp/hcl reads texts. It takes one JSON request a line on stdin,
// {"mode": "file" | "expression" | "template", "text": "…"}, and answers each with one line on stdout:
// {"ok": …, "problem": "…", "tree": …, "comments": […]}. Trees are lists that begin with the kind of the
// node and the bytes where it starts and ends.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"log"
	"os"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

type request struct {
	Mode string `json:"mode"`
	Text string `json:"text"`
}

type answer struct {
	OK       bool   `json:"ok"`
	Problem  string `json:"problem,omitempty"`
	Tree     any    `json:"tree,omitempty"`
	Comments []any  `json:"comments,omitempty"`
}

func main() {
	decoder := json.NewDecoder(bufio.NewReaderSize(os.Stdin, 1<<20))
	writer := bufio.NewWriterSize(os.Stdout, 1<<20)
	encoder := json.NewEncoder(writer)
	encoder.SetEscapeHTML(false)
	for decoder.More() {
		var asked request
		if err := decoder.Decode(&asked); err != nil {
			log.Fatal(err)
		}
		if err := encoder.Encode(answerTo(asked)); err != nil {
			log.Fatal(err)
		}
	}
	if err := writer.Flush(); err != nil {
		log.Fatal(err)
	}
}

func answerTo(asked request) answer {
	source := []byte(asked.Text)
	start := hcl.Pos{Line: 1, Column: 1}
	printer := printer{source}
	switch asked.Mode {
	case "expression":
		expression, problems := hclsyntax.ParseExpression(source, "", start)
		return outcome(problems, func() any { return printer.expression(expression) })
	case "template":
		expression, problems := hclsyntax.ParseTemplate(source, "", start)
		return outcome(problems, func() any { return printer.expression(expression) })
	default:
		file, problems := hclsyntax.ParseConfig(source, "", start)
		body, _ := file.Body.(*hclsyntax.Body)
		result := outcome(problems, func() any { return printer.body(body) })
		if result.OK {
			result.Comments = comments(source)
		}
		return result
	}
}

func outcome(problems hcl.Diagnostics, tree func() any) answer {
	if problems.HasErrors() {
		return answer{Problem: problems.Error()}
	}
	return answer{OK: true, Tree: tree()}
}

// The line end that a comment token includes is left out.
func comments(source []byte) []any {
	tokens, _ := hclsyntax.LexConfig(source, "", hcl.Pos{Line: 1, Column: 1})
	found := []any{}
	for _, token := range tokens {
		if token.Type != hclsyntax.TokenComment {
			continue
		}
		text := bytes.TrimSuffix(bytes.TrimSuffix(token.Bytes, []byte("\n")), []byte("\r"))
		start := token.Range.Start.Byte
		found = append(found, []any{start, start + len(text)})
	}
	return found
}
