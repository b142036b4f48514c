import type { Declaration } from '../../../model/declaration.ts';
import { regionOf } from '../../../model/source.ts';
import { entry, unknown } from '../../../model/value.ts';
import type { Context } from '../../context.ts';
import { dictOf } from '../../dict-of.ts';
import type { Rewritten } from '../rewrite.ts';

/** A resource of the Cloud Control API that was not read as one of the registry: of another type, or of one that is not known. */
export function unreadCloudControl(declaration: Declaration, { report }: Context): Rewritten {
  const { name, at, properties } = declaration;
  const type = entry(dictOf(properties), 'type_name');
  if (type.kind === 'known') return { declarations: [{ ...declaration, type: String(type.value) }] };
  report({
    cause: 'unresolved-value',
    message: `Of what type the resource ${name} is cannot be seen.`,
    path: at.file.path,
    region: regionOf(at),
    effect: 'It is not assessed, and may be of any type.',
    hint: 'Write its type_name as a text.',
  });
  const chain = type.kind === 'unknown' ? type.chain : [];
  const because = unknown(
    'unresolved-value',
    [{ what: `the type of ${name} is not known`, at }, ...chain],
    at,
  );
  return { declarations: [declaration], openings: [{ types: 'all', because }] };
}
