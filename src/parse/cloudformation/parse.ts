import type { Parsed, Stack } from '../../model/declaration.ts';
import { always } from '../../model/value.ts';
import { spanOf } from '../../syntax/span.ts';
import { declare, type Declared } from './declare.ts';
import type { Root } from './roots.ts';
import { prepare } from './run.ts';
import type { Context, Template } from './template.ts';

/**
 * The stacks of a run: every template that no other one nests, with the nested ones inside.
 * Bad input is a problem of the result; nothing is thrown.
 */
export function parseCloudFormation(templates: readonly Template[], context: Context = {}): Parsed {
  const { roots, problems } = prepare(templates, context);
  return { stacks: roots.map(stackOf), problems: problems() };
}

function stackOf({ template, instance }: Root): Stack {
  const key = template.key ?? template.file.path;
  const declared: Declared = { declarations: [], openings: [], notCreated: [], touches: [] };
  instance.run.budget.rounds = maximumRounds;
  declare(instance, always, declared);
  const at = spanOf(template.file, template.root);
  const pseudo = (name: string) => instance.pseudo(name) ?? { kind: 'absent' as const, at };
  return {
    key,
    name: template.stackName ?? key,
    account: pseudo('AWS::AccountId'),
    region: pseudo('AWS::Region'),
    partition: pseudo('AWS::Partition'),
    declarations: declared.declarations,
    openings: declared.openings,
    ...(declared.notCreated.length > 0 && { notCreated: declared.notCreated }),
    at,
  };
}

/** Rounds of loops in one stack. */
const maximumRounds = 20_000;
