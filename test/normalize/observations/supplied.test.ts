import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { packageFolder } from '../../../src/catalog/package-folder.ts';
import type { Rule } from '../../../src/model/rule.ts';
import type { ResourceType } from '../../../src/model/types.ts';
import type { ApiSpelling } from '../../../src/normalize/observations/api-spelling.ts';
import { apiSpellings } from '../../../src/normalize/observations/api-spellings.ts';
import { loadCatalogue } from '../../rules/catalogue.ts';

/*
 * What a rule reads, AWS answers, or it is declared as not told. A property that no answer can hold would be absent of
 * everything, and an absence passes, fails or excuses what nobody has looked at.
 */

const { rules, types } = await loadCatalogue();

/** Properties that AWS answers in another form, and where they come from. */
const saidOtherwise = new Map([
  ...['Group', 'Role', 'User'].map(
    type => [`AWS::IAM::${type}.ManagedPolicyArns`, 'made of AttachedManagedPolicies'] as const,
  ),
  ...['Key', 'ReplicaKey'].map(
    type => [`AWS::KMS::${type}.PendingWindowInDays`, 'of deleted keys only, which are left out'] as const,
  ),
  ['AWS::Organizations::OrganizationalUnit.ParentId', 'the unit that was asked for its units'],
  ['AWS::S3::Bucket.ExpirationInDays', 'made of Expiration.Days'],
  ['AWS::S3::Bucket.ExpirationDate', 'made of Expiration.Date'],
  ['AWS::S3::Bucket.NoncurrentVersionExpirationInDays', 'the answer has NoncurrentVersionExpiration'],
  ['AWS::Bedrock::Flow.DefinitionS3Location', 'the answer has the Definition itself'],
  ['AWS::Bedrock::Flow.DefinitionString', 'the answer has the Definition itself'],
]);

const folder = join(packageFolder, 'src/collect/services');
const tables = await Promise.all(
  readdirSync(folder).map(async file => {
    const text = readFileSync(join(folder, file), 'utf8');
    const kinds = [...text.matchAll(/kind: '([^']+)'/g)].flatMap(([, kind]) => kind ?? []);
    return { kinds, members: new Set([...intoOf(text), ...(await answeredBy(text))]) };
  }),
);

function intoOf(text: string): readonly string[] {
  return [...text.matchAll(/into: '(\w+)'/g)].flatMap(([, into]) => into?.toLowerCase() ?? []);
}

/** The members of all that the commands of a table answer, in lower case, after the schemas of the SDK. */
async function answeredBy(text: string): Promise<readonly string[]> {
  const imports = [...text.matchAll(/import \{([^}]*)\} from '(@aws-sdk\/client-[\w-]+)'/g)];
  const members = await Promise.all(
    imports.map(async ([, names = '', client = '']) => {
      const sdk: unknown = await import(client);
      const commands = [...names.matchAll(/\b(?:paginate(\w+)|(\w+)Command)\b/g)];
      return commands.flatMap(([, paged, named]) => membersOf(outputOf(sdk, paged ?? named)));
    }),
  );
  return members.flat();
}

function outputOf(sdk: unknown, operation = ''): unknown {
  const Command: unknown = Reflect.get(Object(sdk), `${operation}Command`);
  if (typeof Command !== 'function') return undefined;
  const command: unknown = Reflect.construct(Command, [{}]);
  const schema: unknown = Reflect.get(Object(command), 'schema');
  return Array.isArray(schema) ? schema[5] : undefined;
}

/** A schema is a tuple: 1 a list of its fifth, 2 a map to its sixth, else a structure of names and their schemas. */
function membersOf(written: unknown, seen = new Set<unknown>()): readonly string[] {
  const schema: unknown = typeof written === 'function' ? written() : written;
  if (!Array.isArray(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const [kind, , , , first, second] = schema;
  // With traits beside it.
  if (typeof kind !== 'number') return membersOf(kind, seen);
  if (kind === 1) return membersOf(first, seen);
  if (kind === 2) return membersOf(second, seen);
  if (!Array.isArray(first) || !Array.isArray(second)) return [];
  return [
    ...first.map(name => String(name).toLowerCase()),
    ...second.flatMap(member => membersOf(member, seen)),
  ];
}

/** By type, the kinds of observation that show it. */
const shown = Map.groupBy(
  Object.entries(apiSpellings).flatMap(([kind, spelling]) => [
    ...(typeof spelling.type === 'string' ? [spelling.type] : spelling.type.among).map(type => ({
      type,
      kind,
      said: wordsOf(spelling),
    })),
    ...Object.values(spelling.further ?? {}).map(({ type, of }) => ({ type, kind, said: words(String(of)) })),
  ]),
  ({ type }) => type,
);

/** The properties that a spelling speaks of itself: renamed, made, never collected. */
function wordsOf(spelling: ApiSpelling): ReadonlySet<string> {
  const { further: _, ...own } = spelling;
  const makers = [own.reshape, own.undecided].map(String);
  return words([JSON.stringify(own), ...makers].join(' '));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.match(/\w+/g));
}

const judged = rules.flatMap(({ rule }) =>
  rule.subject.kind === 'resource' ? rule.subject.types.map(type => ({ rule, type })) : [],
);

/** Metrics are answered under the names that they are asked for. */
const isMeasured = (name: string): boolean => types.get(name)?.source?.includes('monitoring') ?? false;

test.each(judged.filter(({ type }) => shown.has(type) && !isMeasured(type)))(
  '$rule.id of $type',
  ({ rule, type: name }) => {
    const type = types.get(name);
    const lacking = (shown.get(name) ?? []).flatMap(({ kind, said }) => {
      const answered = tables.flatMap(({ kinds, members }) => (kinds.includes(kind) ? [members] : []));
      return (type ? readBy(rule, type) : []).filter(
        property =>
          !said.has(property) &&
          property !== type?.tags?.property &&
          !saidOtherwise.has(`${name}.${property}`) &&
          !answered.some(members => members.has(property.toLowerCase())),
      );
    });
    expect(lacking).toEqual([]);
  },
);

/** The properties of a type, and of what is in it, that the expressions of a rule name. */
function readBy({ let: named, each, where, assert }: Rule, type: ResourceType): readonly string[] {
  const expressions = [...named, ...each, ...assert].map(({ expr }) => expr);
  const text = [...expressions, ...(where ? [where] : [])].map(snippet => snippet.text).join('\n');
  const fields = new Set(
    [type.properties, ...Object.values(type.definitions)].flatMap(members => Object.keys(members)),
  );
  const read = [...text.matchAll(/\.\??(\w+)|'([A-Z][\w.]*)'/g)].flatMap(([, own, path]) =>
    (own ?? path ?? '').split('.'),
  );
  return [...new Set(read)].filter(word => fields.has(word));
}
