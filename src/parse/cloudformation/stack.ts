import type { Stack } from '../../model/declaration.ts';
import { always } from '../../model/value.ts';
import { spanOf } from '../../syntax/span.ts';
import { declare, type Declared } from './declare.ts';
import type { Root } from './roots.ts';

/** What a root template declares, the templates that it nests included. */
export function stackOf({ template, instance }: Root): Stack {
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
