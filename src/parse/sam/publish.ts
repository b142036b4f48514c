import type { Reference, Value } from '../../model/value.ts';
import { scalarText } from '../cloudformation/text.ts';
import { dict, pointer, property, type Sam } from './made.ts';

/** What callers call: the alias that publishes a function, or the function itself. */
export function publish(sam: Sam): Reference {
  return sam.writes('AutoPublishAlias') ? makeAlias(sam) : pointer(sam, sam.id, 'Ref');
}

/** The logical id of the alias of a function, after its name as far as that is known. */
export function aliasId(id: string, name: Value): string {
  return name.kind === 'known' ? `${id}Alias${scalarText(name)}` : `${id}Alias`;
}

/** SAM puts a hash of the code behind this, which nothing refers to. */
export const versionId = (id: string): string => `${id}Version`;

function makeAlias(sam: Sam): Reference {
  const { at, exists } = sam;
  const name = property(sam, 'AutoPublishAlias');
  const version = versionId(sam.id);
  const published = dict(
    [
      ['FunctionName', pointer(sam, sam.id, 'Ref')],
      ['Description', property(sam, 'VersionDescription')],
    ],
    at,
  );
  sam.make({ id: version, type: 'AWS::Lambda::Version', properties: published, exists, at });
  const id = aliasId(sam.id, name);
  const properties = dict(
    [
      ['Name', name],
      ['FunctionName', pointer(sam, sam.id, 'Ref')],
      ['FunctionVersion', pointer(sam, version, 'Version')],
      ['ProvisionedConcurrencyConfig', property(sam, 'ProvisionedConcurrencyConfig')],
    ],
    at,
  );
  sam.make({ id, type: 'AWS::Lambda::Alias', properties, exists, at });
  return pointer(sam, id, 'Ref');
}
