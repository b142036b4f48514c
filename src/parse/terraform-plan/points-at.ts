/**
 * Whether an attribute that is made from one attribute of one other resource, in a way that the plan does not show, is
 * a pointer at that resource. A plan says `references: ["aws_s3_bucket.b.arn"]` of the name itself as of a policy that
 * holds it somewhere; only what takes an id, an ARN or the name of such a thing is taken for the first.
 */
export function pointsAt(
  own: { readonly type: string; readonly attribute: string },
  target: { readonly type: string; readonly attribute: string },
): boolean {
  if (!identities.test(target.attribute)) return false;
  if (/(?:^|_)(?:id|ids|arn|arns|identifier|identifiers)$/.test(own.attribute)) return true;
  const noun = lastWord(own.attribute.replace(/_(?:name|names|url|urls)$/, '').replace(/s$/, ''));
  // What a thing calls itself may be made from another thing of its kind: `"${aws_s3_bucket.b.id}-logs"`.
  return noun !== '' && own.type !== target.type && isSame(noun, lastWord(target.type));
}

const identities = /(?:^|_)(?:arn|id|identifier|name|bucket|url|qualified_arn)$/;

const lastWord = (text: string): string => text.slice(text.lastIndexOf('_') + 1);

/** `config` and `configuration`. */
const isSame = (one: string, other: string): boolean =>
  one === other || (one.length > 3 && other.startsWith(one));
