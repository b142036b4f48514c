// A provider that plans anything: its schema is whatever the file that STUB_SCHEMA names says for its name.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"
)

func main() {
	binary, _, _ := strings.Cut(filepath.Base(os.Args[0]), "_v")
	name := strings.TrimPrefix(binary, "terraform-provider-")
	schemas, err := readSchemas(os.Getenv("STUB_SCHEMA"), name)
	if err == nil {
		err = tf6server.Serve("registry.terraform.io/stub/"+name, func() tfprotov6.ProviderServer {
			return server{schemas: schemas}
		})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
