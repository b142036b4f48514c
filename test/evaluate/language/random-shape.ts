/** What a property holds, so that an unknown can be filled in with what could really be there. */
export type Shape =
  | { readonly kind: 'text' | 'segment' | 'number' | 'bool' | 'arn' | 'reference' }
  | { readonly kind: 'words'; readonly of: readonly [string, ...string[]] }
  | { readonly kind: 'list' | 'map' | 'one-or-list'; readonly of: Shape }
  | {
      readonly kind: 'object';
      readonly fields: Readonly<Record<string, Shape>>;
      readonly optional: readonly string[];
    }
  | { readonly kind: 'either'; readonly of: readonly [Shape, ...Shape[]] };

const words = (...of: readonly [string, ...string[]]): Shape => ({ kind: 'words', of });
const text: Shape = { kind: 'text' };
const number: Shape = { kind: 'number' };
const bool: Shape = { kind: 'bool' };
const listOf = (of: Shape): Shape => ({ kind: 'list', of });
const mapOf = (of: Shape): Shape => ({ kind: 'map', of });
const oneOrList = (of: Shape): Shape => ({ kind: 'one-or-list', of });
const object = (fields: Readonly<Record<string, Shape>>, ...optional: readonly string[]): Shape => ({
  kind: 'object',
  fields,
  optional,
});

const action = words('s3:*', 's3:Get*', 'bedrock:InvokeModel', '*', 'S3:GETOBJECT');
const resourcePattern = words('arn:aws:s3:::b/*', 'arn:aws:s3:::b', '*', 'arn:aws:s3:::?/x');
const account = words('a', 'ab', '1');

const statement = object(
  {
    Effect: words('Allow', 'Deny'),
    Action: oneOrList(action),
    NotAction: oneOrList(action),
    Resource: oneOrList(resourcePattern),
    NotResource: oneOrList(resourcePattern),
    Principal: {
      kind: 'either',
      of: [
        words('*'),
        object({ AWS: oneOrList(words('*', '1')), Service: words('x.com') }, 'AWS', 'Service'),
      ],
    },
    Condition: object(
      {
        StringEquals: object(
          { 'aws:SourceAccount': oneOrList(account), 'AWS:sourceaccount': account },
          'aws:SourceAccount',
          'AWS:sourceaccount',
        ),
        'ForAnyValue:StringLike': object({ 'aws:SourceAccount': oneOrList(account) }, 'aws:SourceAccount'),
        ArnLikeIfExists: object({ 'aws:SourceArn': account }, 'aws:SourceArn'),
      },
      'StringEquals',
      'ForAnyValue:StringLike',
      'ArnLikeIfExists',
    ),
  },
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'Condition',
);

const item = object({ s: text, n: number }, 's');

/** The data that random expressions are about. */
export const shape = object(
  {
    s1: text,
    s2: text,
    n1: number,
    n2: number,
    b1: bool,
    b2: bool,
    ls: listOf(text),
    ln: listOf(number),
    m: mapOf(text),
    o: item,
    lo: listOf(item),
    opt: text,
    arn: { kind: 'arn' },
    ref: { kind: 'reference' },
    ref2: { kind: 'reference' },
    pol: object({ Statement: oneOrList(statement) }),
  },
  'opt',
);
