import type { Random } from '../evaluate/language/random.ts';
import { isConstant } from './terraform-expressions.ts';

/** Constants of all roots by the name of their attribute, and all of them under the empty name. */
export type Pool = ReadonlyMap<string, readonly string[]>;

export interface Draft {
  readonly random: Random;
  readonly pool: Pool;
  /** What stands for each token, before and after. */
  readonly tokens: Map<string, readonly [string, string]>;
  readonly declared: [string, string][];
  readonly modules: [string, string][];
}

export const pickOf = <T>(options: readonly T[], random: Random): T | undefined =>
  options[random.below(options.length)];

/** A token for a value that is not known before, and is `value` after. */
export function opaque(value: string, draft: Draft): string {
  const { random, tokens, declared, modules } = draft;
  const id = `o${tokens.size}`;
  const token = `token_${tokens.size}`;
  const other = (): string => pickOf(draft.pool.get('') ?? [], random) ?? 'null';
  tokens.set(token, [`var.${id}`, `var.${id}`]);
  const ways: readonly (() => void)[] = [
    () => {
      tokens.set(token, [`data.terraform_remote_state.${id}.outputs.v`, `(${value})`]);
      declared.push(stateOf(id));
    },
    () => {
      tokens.set(token, [`module.${id}.v`, `module.${id}.v`]);
      declared.push([
        `module "${id}" {\n  source = "acme/${id}/aws"\n}`,
        `module "${id}" {\n  source = "./${id}"\n  v = ${value}\n}`,
      ]);
      modules.push([`${id}/main.tf`, 'variable "v" {}\noutput "v" {\n  value = var.v\n}\n']);
    },
    () => declared.push([`variable "${id}" {}`, `variable "${id}" {\n  default = ${value}\n}`]),
    () =>
      declared.push([
        `variable "${id}" {\n  type = any\n}`,
        `variable "${id}" {\n  type = any\n  default = ${value}\n}`,
      ]),
    () => {
      const allowed = `validation {\n    condition = contains([${value}, ${other()}], var.${id})\n    error_message = "no"\n  }\n`;
      declared.push([
        `variable "${id}" {\n  ${allowed}}`,
        `variable "${id}" {\n  ${allowed}  default = ${value}\n}`,
      ]);
    },
    () => {
      const typed = /^(?:true|false)$/.test(value)
        ? 'type = bool'
        : value.startsWith('"')
          ? 'type = string'
          : '';
      declared.push([
        `variable "${id}" {\n  ${typed}\n}`,
        `variable "${id}" {\n  ${typed}\n  default = ${value}\n}`,
      ]);
    },
  ];
  const possible = isConstant(value) ? ways : ways.slice(0, 2);
  pickOf(possible, random)?.();
  return token;
}

const stateOf = (id: string): [string, string] => {
  const block = `data "terraform_remote_state" "${id}" {\n  backend = "s3"\n}`;
  return [block, block];
};

export const truth = (draft: Draft): string => opaque(draft.random.pick(['true', 'false']), draft);
