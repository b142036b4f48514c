import type { JsonObject } from '../../../../src/model/observation.ts';
import type { dict } from '../../build.ts';

/** A template, what AWS answers when it is deployed, and the rules that fail on both. */
export interface Contract {
  readonly name: string;
  /** The resource that is judged, in the words of a template. */
  readonly template: Declared;
  readonly answer: Answer;
  /** What stands around it, on both sides. */
  readonly around?: { readonly template: readonly Declared[]; readonly answers: readonly Answer[] };
  /** The key of what is judged among what AWS answered: that of the answer unless told. */
  readonly subject?: string;
  readonly fails: readonly string[];
  /** Parameters of rules, where they are not the usual ones. */
  readonly parameters?: RuleParameters;
  /** Rules about what AWS does not tell. */
  readonly unknown?: readonly string[];
}

/** By name. */
export type RuleParameters = Readonly<
  Record<string, string | number | readonly string[] | Readonly<Record<string, number>>>
>;

export interface Declared {
  readonly type: string;
  readonly properties: Parameters<typeof dict>[0];
  /** `Subject` unless told. */
  readonly key?: string;
}

/** As the collector writes it down: the item of the list, what describes it merged over it, further answers by name. */
export interface Answer {
  readonly kind: string;
  readonly id: string;
  readonly data: JsonObject;
  readonly tags?: Readonly<Record<string, string>>;
  /** `eu-west-1` unless told. */
  readonly region?: string;
}

export const account = '111122223333';
export const region = 'eu-west-1';

export const arn = (service: string, rest: string): string =>
  `arn:aws:${service}:${region}:${account}:${rest}`;

export const key = arn('kms', 'key/11111111-2222-3333-4444-555555555555');
export const tags = { Owner: 'team-a', CostCenter: '1' } as const;
export const tagList = [
  { Key: 'Owner', Value: 'team-a' },
  { Key: 'CostCenter', Value: '1' },
] as const;

/** A thing whose type and answer are told side by side; tagged unless told. */
export function sideBySide(
  what: { readonly name: string; readonly type: string; readonly kind: string; readonly id: string },
  properties: Declared['properties'],
  data: Answer['data'],
  more: Pick<Contract, 'fails'> & Partial<Omit<Contract, 'name' | 'template' | 'answer'>>,
): Contract {
  const { name, type, kind, id } = what;
  return { name, template: { type, properties }, answer: { kind, id, data, tags }, ...more };
}
