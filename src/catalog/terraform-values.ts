import type { ParameterValue } from '../model/rule.ts';
import type { Span } from '../model/source.ts';
import { asBlock, dataByName, entries, field, optionalText, texts, type Block } from './fields.ts';

/** Values for the variables of root modules, with the place of each, and files of such values. */
export interface RootValues {
  /** A glob over folders; every root module when left out. */
  readonly roots?: string;
  readonly variables: readonly { readonly name: string; readonly value: ParameterValue; readonly at: Span }[];
  readonly varFiles: readonly string[];
}

/** `terraform:` of the configuration. Paths are relative to the file. */
export interface TerraformConfig {
  readonly values: readonly RootValues[];
  readonly workspace?: string;
  /** Folders of root modules that plans were made from. */
  readonly sources: readonly string[];
}

export function terraformOf(block: Block): TerraformConfig {
  const roots = field(block, 'roots');
  const inner = roots && asBlock(roots);
  const each = inner
    ? entries(block, 'roots').map(({ key, value }) => ({ roots: key, ...valuesIn(asBlock(value)) }))
    : [];
  const workspace = optionalText(block, 'workspace');
  return {
    values: [valuesIn(block), ...each],
    ...(workspace !== undefined && { workspace }),
    sources: texts(block, 'sources'),
  };
}

function valuesIn(block: Block): RootValues {
  const data = dataByName(block, 'variables');
  const variables = entries(block, 'variables').flatMap(({ key: name, span: at }) => {
    const value = data[name];
    return value === undefined ? [] : [{ name, value, at }];
  });
  return { variables, varFiles: texts(block, 'varFiles') };
}
