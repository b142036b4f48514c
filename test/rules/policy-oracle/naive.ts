/*
 * Policies as AWS documents their evaluation, one request at a time and with nothing clever: what the language and the rules
 * say of all requests at once is held against it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */

export type Texts = string | readonly string[];

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: Texts;
  readonly NotAction?: Texts;
  readonly Resource?: Texts;
  readonly NotResource?: Texts;
  readonly Principal?: string | Readonly<Record<string, Texts>>;
  readonly NotPrincipal?: string | Readonly<Record<string, Texts>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
}

export interface Request {
  readonly action: string;
  readonly resource: string;
  /** Who asks: a role of an account, or a service. */
  readonly caller?: { readonly account: string; readonly arn: string } | { readonly service: string };
  /** By key in lower case; what is not there is missing in the request. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export const textsOf = (value: Texts): readonly string[] => (typeof value === 'string' ? [value] : value);

/** `*` and `?`; nothing else is special. */
function glob(pattern: string, text: string, flags = ''): boolean {
  const source = pattern.replaceAll(/[^*?]/g, unit => `\\u{${unit.codePointAt(0)?.toString(16)}}`);
  return new RegExp(`^${source.replaceAll('*', '[^]*').replaceAll('?', '[^]')}$`, `u${flags}`).test(text);
}

/** Whether a statement speaks of a request. */
export const applies = (statement: Statement, request: Request): boolean =>
  hasAction(statement, request.action) &&
  hasResource(statement, request.resource) &&
  hasCaller(statement, request) &&
  holds(statement, request);

export const hasAction = ({ Action, NotAction }: Statement, action: string): boolean =>
  Action === undefined
    ? !textsOf(NotAction ?? []).some(pattern => glob(pattern, action, 'i'))
    : textsOf(Action).some(pattern => glob(pattern, action, 'i'));

export const hasResource = ({ Resource, NotResource }: Statement, resource: string): boolean =>
  Resource === undefined
    ? !textsOf(NotResource ?? []).some(pattern => glob(pattern, resource))
    : textsOf(Resource).some(pattern => glob(pattern, resource));

function hasCaller({ Principal, NotPrincipal }: Statement, { caller }: Request): boolean {
  if (!caller || (Principal === undefined && NotPrincipal === undefined)) return true;
  return Principal === undefined ? !names(NotPrincipal ?? '', caller) : names(Principal, caller);
}

function names(
  principal: string | Readonly<Record<string, Texts>>,
  caller: NonNullable<Request['caller']>,
): boolean {
  // Services are no AWS principals.
  if (typeof principal === 'string') return principal === '*' && !('service' in caller);
  return Object.entries(principal).some(([type, values]) =>
    textsOf(values).some(value =>
      'service' in caller
        ? type === 'Service' && value === caller.service
        : type === 'AWS' &&
          (value === '*' ||
            value === caller.account ||
            value === caller.arn ||
            value === `arn:aws:iam::${caller.account}:root`),
    ),
  );
}

const holds = ({ Condition = {} }: Statement, { context }: Request): boolean =>
  Object.entries(Condition).every(([operator, block]) =>
    Object.entries(block).every(([key, values]) =>
      test(operator, textsOf(values), context[key.toLowerCase()]),
    ),
  );

function test(operator: string, values: readonly string[], given: readonly string[] | undefined): boolean {
  const [, qualifier = '', name = '', ifExists] =
    /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/i.exec(operator) ?? [];
  const plain = name.toLowerCase();
  if (plain === 'null') return values.includes(String(given === undefined));
  const negated = plain.includes('not');
  if (given === undefined)
    return ifExists !== undefined || qualifier === 'ForAllValues' || (negated && qualifier !== 'ForAnyValue');
  const fits = (text: string): boolean =>
    values.some(value => matches(plain.replace('not', ''), value, text)) !== negated;
  return qualifier === 'ForAnyValue' ? given.some(fits) : given.every(fits);
}

function matches(operator: string, value: string, given: string): boolean {
  switch (operator) {
    case 'stringequals':
      return value === given;
    case 'stringequalsignorecase':
    case 'bool':
      return value.toLowerCase() === given.toLowerCase();
    case 'stringlike':
      return glob(value, given);
    case 'arnequals':
    case 'arnlike':
      return arnLike(value, given);
    case 'ipaddress':
      return given.startsWith(value.replace(/0\.0\.0\/8$/, ''));
    default:
      throw new Error(operator);
  }
}

/** Each of the six parts is compared by itself. */
function arnLike(pattern: string, given: string): boolean {
  const [wanted, parts] = [partsOf(pattern), partsOf(given)];
  return wanted.length === 6 && wanted.every((part, index) => glob(part, parts[index] ?? ''));
}

function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length < 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** What patterns stand for, in a few ways. */
export const instances = (pattern: string): readonly string[] =>
  /[*?]/.test(pattern)
    ? ['', 'z', 'q-1'].map(filling => pattern.replaceAll('*', filling).replaceAll('?', 'z'))
    : [pattern];

/** Every combination of one value of each key; `undefined` leaves the key out. */
export function contexts(
  choices: Readonly<Record<string, readonly (string | undefined)[]>>,
): readonly Request['context'][] {
  return Object.entries(choices).reduce<readonly Request['context'][]>(
    (all, [key, values]) =>
      all.flatMap(context =>
        values.map(value => (value === undefined ? context : { ...context, [key]: [value] })),
      ),
    [{}],
  );
}
