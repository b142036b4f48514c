import type { HclFile, TerraformContext, TerraformParsed } from './context.ts';

/**
 * The stacks of a run: each folder of Terraform files that no other one calls, with its local modules inside.
 * Bad input is a problem of the result; nothing is thrown.
 */
export function parseTerraform(_files: readonly HclFile[], _context: TerraformContext = {}): TerraformParsed {
  return { stacks: [], problems: [], roots: [] };
}
