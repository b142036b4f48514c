import type { Placement } from '../../model/case.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { Given } from '../terraform/context.ts';
import { parseTerraform } from '../terraform/parse.ts';
import type { Fields } from './json.ts';
import type { Plan } from './read-plan.ts';
import type { SourceFiles } from './source-module.ts';
import type { PlanSource } from './source.ts';

/**
 * What the source of a plan declares when it is evaluated with the values of the plan, by address. It shows what the plan
 * does not: how a value that is known after apply is made.
 */
export function evaluateSource(
  { file, variables }: Plan,
  source: PlanSource,
  { files, placement }: { files: SourceFiles; placement: Placement },
): ReadonlyMap<string, Declaration> {
  const texts = source.files().flatMap(path => {
    const text = files.read(path);
    return text === undefined ? [] : [{ path, text }];
  });
  if (texts.reduce((size, { text }) => size + text.length, 0) > mostText) return new Map();
  const given = givenBy(variables, file.path);
  const { stacks } = parseTerraform(texts, {
    readText: files.read,
    variables: () => given,
    placement: () => placement,
  });
  const stack = stacks.find(({ key }) => key === source.folder);
  return new Map(stack?.declarations.map(declaration => [declaration.name, declaration]));
}

/** Larger sources are read for places alone: they would need more memory than the plan. No root module of ours comes near. */
const mostText = 5_000_000;

/** Values as a file of them has them: their types are those of the plan. */
function givenBy(variables: Fields, path: string): readonly Given[] {
  const values = Object.entries(variables).filter(([, value]) => value !== null && value !== undefined);
  const text = JSON.stringify(Object.fromEntries(values));
  return [{ kind: 'file', file: { path: valuesOf(path), text } }];
}

/** Stands for the variables of a plan; there is no such file. */
export const valuesOf = (plan: string): string => `${plan}#variables.tfvars.json`;
