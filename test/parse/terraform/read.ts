import type { Declaration, Stack } from '../../../src/model/declaration.ts';
import type { Dict } from '../../../src/model/value.ts';
import type { Given, TerraformContext, TerraformParsed } from '../../../src/parse/terraform/context.ts';
import { parseTerraform } from '../../../src/parse/terraform/parse.ts';
import { problemLine, show } from '../cloudformation/show.ts';

/** Files by their path. */
export type Files = Readonly<Record<string, string>>;

export function read(files: string | Files, context: TerraformContext = {}): TerraformParsed {
  const all = typeof files === 'string' ? { 'main.tf': files } : files;
  const code = Object.entries(all).filter(([path]) => /\.(?:tf|tofu|tfvars)(?:\.json)?$/.test(path));
  return parseTerraform(
    code.map(([path, text]) => ({ path, text })),
    { readText: path => all[path], ...context },
  );
}

/** `address: what its properties show` of all stacks, with what is wrong under `problems`. */
export function shown(files: string | Files, context: TerraformContext = {}): Record<string, unknown> {
  const { stacks, problems } = read(files, context);
  const declarations = stacks.flatMap(stack => stack.declarations);
  const properties = declarations.map(({ key, properties: dict }) => [key.replace(/^\.#/, ''), show(dict)]);
  return {
    ...Object.fromEntries(properties),
    ...(problems.length > 0 && { problems: problems.map(problemLine) }),
  };
}

/** What the attribute `v` of a resource shows, after a prelude of other blocks. */
export function valueOf(expression: string, prelude = '', context: TerraformContext = {}): unknown {
  const { problems, 'aws_x.x': properties } = shown(
    `${prelude}\nresource "aws_x" "x" {\n  v = ${expression}\n}\n`,
    context,
  );
  const value =
    typeof properties === 'object' && properties !== null && 'v' in properties ? properties.v : null;
  return problems === undefined ? value : { value, problems };
}

export const declarationOf = ({ stacks }: TerraformParsed, name: string): Declaration => {
  const found = stacks.flatMap(({ declarations }) => declarations).find(one => one.name === name);
  if (!found) throw new Error(`${name} is not declared`);
  return found;
};

export function propertiesOf(parsed: TerraformParsed, name: string): Dict {
  const { properties } = declarationOf(parsed, name);
  if (properties.kind !== 'dict') throw new Error(`the properties of ${name} are not known`);
  return properties;
}

export function onlyStack({ stacks: [stack] }: TerraformParsed): Stack {
  if (!stack) throw new Error('there is no stack');
  return stack;
}

export const given = (name: string, text: string): Given => ({
  kind: 'variable',
  name,
  text,
  via: { what: `--tf-var ${name}` },
});
