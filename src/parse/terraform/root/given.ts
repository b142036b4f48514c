import type { SourceFile } from '../../../model/source.ts';
import type { Link } from '../../../model/value.ts';
import type { Expression } from '../../../syntax/hcl/ast.ts';
import { parseHclExpression } from '../../../syntax/hcl/parse-embedded.ts';
import type { Given } from '../context.ts';
import { spanOf, type Machine, type Scope } from '../expressions/scope.ts';
import { settle } from '../module/settle.ts';
import type { Passed } from '../module/variable.ts';
import { placeIn, type Item } from '../source/item.ts';
import { readBody } from '../source/read-body.ts';
import { EvaluationError, type Term } from '../terms/term.ts';
import { fileProblems } from './file-problems.ts';

/**
 * The values that are given for the variables of a root module, in Terraform's order: `terraform.tfvars`,
 * `terraform.tfvars.json`, `*.auto.tfvars` and `*.auto.tfvars.json` by name, then what the run gives. Variables of the
 * environment (`TF_VAR_…`) are not read: what a scan finds must not depend on them.
 */
export function givenValues(
  files: readonly SourceFile[],
  given: readonly Given[],
  { variables, machine }: { readonly variables: ReadonlyMap<string, Item>; readonly machine: Machine },
): ReadonlyMap<string, Passed> {
  const values = new Map<string, Passed>();
  for (const file of variableFiles(files)) addFile(file, values, machine);
  for (const one of given) {
    if (one.kind === 'file') addFile(one.file, values, machine);
    else
      values.set(one.name, {
        term: textValue(one.text, variables.get(one.name), machine, one.via),
        link: one.via,
      });
  }
  return values;
}

/** The files of values that Terraform reads by itself. */
export function variableFiles(files: readonly SourceFile[]): readonly SourceFile[] {
  const named = (name: string) => files.filter(({ path }) => baseName(path) === name);
  const automatic = files
    .filter(({ path }) => /\.auto\.tfvars(?:\.json)?$/.test(path))
    .toSorted((left, right) => (baseName(left.path) < baseName(right.path) ? -1 : 1));
  return [...named('terraform.tfvars'), ...named('terraform.tfvars.json'), ...automatic];
}

export const isVariableFile = (path: string): boolean =>
  /(?:^|\/)terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(path);

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function addFile(file: SourceFile, values: Map<string, Passed>, machine: Machine): void {
  const { body, problems } = readBody(file);
  for (const problem of fileProblems(file, problems)) machine.report(problem);
  for (const attribute of body.attributes) {
    const at = placeIn(file, attribute);
    const term = settle(() => machine.evaluate(attribute.value, withoutNames(file, machine)), at, machine);
    values.set(attribute.name, { term, link: { what: `${attribute.name} of ${file.path}`, at } });
  }
}

const withoutNames = (file: SourceFile, machine: Machine): Scope => ({
  machine,
  file,
  root: (name, at) => {
    throw new EvaluationError(`${name} cannot be used in a file of values`, at);
  },
});

/** A value of the command line is a text, and HCL for a variable of another type than one. */
function textValue(text: string, variable: Item | undefined, machine: Machine, via: Link): Term {
  const plain: Term = { kind: 'known', value: text, ...(via.at && { at: via.at }) };
  if (!variable || isScalar(variable.attributes.get('type')?.attribute.value)) return plain;
  const file: SourceFile = { path: via.what, text };
  const parsed = parseHclExpression({ file, text });
  if (!parsed.ok) return plain;
  const scope = withoutNames(file, machine);
  return settle(() => machine.evaluate(parsed.value, scope), via.at ?? spanOf(scope, parsed.value), machine);
}

const isScalar = (type: Expression | undefined): boolean =>
  type === undefined ||
  (type.kind === 'variable' && ['string', 'number', 'bool', 'any'].includes(type.name)) ||
  type.kind === 'literal';
