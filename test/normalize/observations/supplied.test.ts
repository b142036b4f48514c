import { expect, test } from 'vitest';

import type { Rule } from '../../../src/model/rule.ts';
import type { ResourceType } from '../../../src/model/types.ts';
import type { ApiSpelling } from '../../../src/normalize/observations/api-spelling.ts';
import { apiSpellings } from '../../../src/normalize/observations/api-spellings.ts';
import { loadCatalogue } from '../../rules/catalogue.ts';
import { sdkTables } from './sdk-tables.ts';

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

const tables = sdkTables.map(({ kinds, further, members }) => ({
  kinds,
  members: new Set([...further, ...members].map(name => name.toLowerCase())),
}));

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
