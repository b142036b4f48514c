import type { SourceFile } from '../../../model/source.ts';
import type { Expression, ObjectItem } from '../../../syntax/hcl/ast.ts';
import { attributeAt, type Item } from '../source/item.ts';
import { move } from '../terms/move.ts';
import { isNull, object, type DictTerm, type Term } from '../terms/term.ts';
import { lost } from '../terms/unknown.ts';
import { blocksOf } from './blocks.ts';
import type { ModuleInstance, Provider } from './instance.ts';
import { settle } from './settle.ts';

/** The provider that a name stands for in a module: its own, one that is passed, or that of the caller. */
export function providerOf(
  name: string,
  instance: ModuleInstance,
  inherited: (name: string) => Provider | undefined,
): Provider | undefined {
  const [base = name] = name.split('[');
  const own = instance.source.providers.get(base);
  return own ? configured(own, name, instance) : inherited(name);
}

function configured(item: Item, name: string, instance: ModuleInstance): Provider {
  const read = (attribute: string): Term | undefined =>
    settingOf(item, attribute, { instance, key: keyIn(name) });
  const region = read('region');
  const account =
    roleAccount(read('assume_role')) ??
    roleAccount(read('assume_role_with_web_identity')) ??
    onlyAccount(read('allowed_account_ids'));
  const tags = tagsIn(read('default_tags'));
  return {
    isDefault: instance.path.length === 0 && !item.attributes.has('alias'),
    ...(region && { region }),
    ...(account && { account }),
    ...(tags && { tags }),
  };
}

/** The key of one of several configurations by `for_each`, as OpenTofu has them. */
const keyIn = (name: string): string | undefined => /\[(.*)\]$/s.exec(name)?.[1];

interface Reading {
  readonly instance: ModuleInstance;
  readonly key: string | undefined;
}

/** An attribute or the blocks of a name; undefined for what is not written, or null. */
function settingOf(item: Item, name: string, { instance, key }: Reading): Term | undefined {
  const names = namesFor(item, { instance, key });
  const written = item.attributes.get(name);
  if (!written) {
    if (!item.blocks.some(({ block }) => block.type === name)) return undefined;
    return blocksOf(item.blocks, name, (file: SourceFile) => instance.scope(file, names));
  }
  const at = attributeAt(written);
  const { machine } = instance.run;
  const term = settle(
    () => machine.evaluate(written.attribute.value, instance.scope(written.file, names)),
    at,
    machine,
  );
  return isNull(term)
    ? undefined
    : move(term, at, { what: `${name} of provider ${item.labels.join('.')}`, at });
}

function namesFor(item: Item, { instance, key }: Reading): Readonly<Record<string, Term>> {
  const forEach = item.attributes.get('for_each');
  if (!forEach || key === undefined) return {};
  const at = attributeAt(forEach);
  const { machine } = instance.run;
  const all = settle(
    () => machine.evaluate(forEach.attribute.value, instance.scope(forEach.file)),
    at,
    machine,
  );
  const keyTerm: Term = { kind: 'known', value: key, at };
  const value = all.kind === 'dict' ? (all.entries.get(key) ?? lost(`for_each has no ${key}`, at)) : keyTerm;
  return {
    each: object(
      new Map([
        ['key', keyTerm],
        ['value', value],
      ]),
      at,
    ),
  };
}

/** The only element of a list of blocks, or the object itself. */
function single(term: Term | undefined): Term | undefined {
  if (term?.kind !== 'list') return term;
  return term.items.at(-1) ?? term.rest;
}

/** The account in the ARN of the role that a provider takes on. */
function roleAccount(assumed: Term | undefined): Term | undefined {
  const block = single(assumed);
  if (!block) return undefined;
  const role = block.kind === 'dict' ? (block.entries.get('role_arn') ?? block.rest) : block;
  if (!role || isNull(role)) return undefined;
  return (
    accountOf(role) ??
    lost('the account of the role that the provider takes on is not known', role.at, { set: true })
  );
}

function accountOf(role: Term): Term | undefined {
  if (role.kind === 'known') {
    const account = /^arn:[^:]*:iam::(\d{12}):/.exec(String(role.value))?.[1];
    return account === undefined ? undefined : { ...role, value: account };
  }
  if (role.kind !== 'text') return undefined;
  const [start, account, end] = role.parts;
  const isArn = typeof start === 'string' && /^arn:[^:]*:iam::$/.test(start);
  return isArn && typeof account === 'object' && typeof end === 'string' && end.startsWith(':')
    ? account
    : undefined;
}

function onlyAccount(accounts: Term | undefined): Term | undefined {
  const [only, ...others] = accounts?.kind === 'list' && !accounts.rest ? accounts.items : [];
  if (!only || others.length > 0) return undefined;
  return only.kind === 'known' ? { ...only, value: String(only.value) } : only;
}

function tagsIn(defaults: Term | undefined): DictTerm | undefined {
  const block = single(defaults);
  if (!block || isNull(block)) return undefined;
  const tags = block.kind === 'dict' ? (block.entries.get('tags') ?? block.rest) : block;
  if (!tags || isNull(tags)) return undefined;
  if (tags.kind === 'dict') return tags;
  const rest =
    tags.kind === 'unknown' ? tags : lost('the default tags of the provider are not known', tags.at);
  return { ...object(new Map(), tags.at), rest };
}

/** How a provider is named where it is used: `aws.west`, `aws.by_region["eu-west-1"]`; undefined when that is not known. */
export function providerName(
  expression: Expression,
  evaluate: (key: Expression) => Term,
): string | undefined {
  switch (expression.kind) {
    case 'variable':
      return expression.name;
    case 'literal':
      return String(expression.value);
    case 'attr':
      return expression.of.kind === 'variable' ? `${expression.of.name}.${expression.name}` : undefined;
    case 'index': {
      const base = providerName(expression.of, evaluate);
      const key = evaluate(expression.key);
      return base !== undefined && key.kind === 'known' ? `${base}[${String(key.value)}]` : undefined;
    }
    default:
      return undefined;
  }
}

/** The `providers` argument of a module call: the name in the module by the name in the caller. */
export function passedProviders(
  expression: Expression | undefined,
  evaluate: (key: Expression) => Term,
): ReadonlyMap<string, string | undefined> {
  const items: readonly ObjectItem[] = expression?.kind === 'object' ? expression.items : [];
  return new Map(
    items.flatMap(({ key, value }): [string, string | undefined][] => {
      const inside = providerName(key, evaluate);
      return inside === undefined ? [] : [[inside, providerName(value, evaluate)]];
    }),
  );
}
