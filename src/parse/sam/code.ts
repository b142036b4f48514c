import type { Value } from '../../model/value.ts';
import { scalarText } from '../cloudformation/text.ts';
import { dict, mapPresent, property, text, unseen, type Sam } from './made.ts';

/** The `Code` of a function: inline, in S3, an image, or packaged from a folder when it is deployed. */
export function codeOf(sam: Sam): Value {
  const inline = property(sam, 'InlineCode');
  const key = property(sam, 'SourceKMSKeyArn');
  const source = dict([['SourceKMSKeyArn', key]], sam.at);
  if (sam.writes('InlineCode')) return withEntries(source, [['ZipFile', inline]]);
  if (sam.writes('ImageUri')) return withEntries(source, [['ImageUri', property(sam, 'ImageUri')]]);
  const at = property(sam, 'CodeUri').at ?? sam.at;
  const packaged = { ...source, rest: unseen('the code is packaged when the template is deployed', at), at };
  if (!sam.writes('CodeUri')) return packaged;
  return mapPresent(property(sam, 'CodeUri'), uri => {
    const location = s3Location(uri, { bucket: 'S3Bucket', key: 'S3Key', version: 'S3ObjectVersion' });
    return location ? withEntries(source, location) : packaged;
  });
}

export interface LocationNames {
  readonly bucket: string;
  readonly key: string;
  readonly version: string;
}

/** `s3://bucket/key` or a map of `Bucket`, `Key` and `Version`; undefined for a path that is still to be packaged. */
export function s3Location(uri: Value, names: LocationNames): [string, Value][] | undefined {
  if (uri.kind === 'dict') {
    const given = [
      ['Bucket', names.bucket],
      ['Key', names.key],
      ['Version', names.version],
    ] as const;
    return given.flatMap(([name, target]) => {
      const value = uri.entries.get(name);
      return value ? [[target, value]] : [];
    });
  }
  const match =
    uri.kind === 'known' ? /^s3:\/\/([^/]+)\/([^?]+)(?:\?versionId=(.+))?$/.exec(scalarText(uri)) : undefined;
  if (!match || !uri.at) return undefined;
  const [, bucket = '', key = '', version] = match;
  const found: [string, Value][] = [
    [names.bucket, text(bucket, uri.at)],
    [names.key, text(key, uri.at)],
  ];
  return version === undefined ? found : [...found, [names.version, text(version, uri.at)]];
}

function withEntries(base: Value, entries: readonly (readonly [string, Value])[]): Value {
  return base.kind === 'dict' ? dict([...entries, ...base.entries], entries[0]?.[1].at ?? base.at) : base;
}
