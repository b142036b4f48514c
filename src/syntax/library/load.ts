import { createRequire } from 'node:module';

import type * as Yaml from 'yaml';
import type { Alias, ParsedNode, Scalar, YAMLMap } from 'yaml';

let loaded: typeof Yaml | undefined;

/** The `yaml` package, loaded when a text first needs it: that takes as long as reading some dozen templates. */
export function yamlLibrary(): typeof Yaml {
  loaded ??= required();
  return loaded;
}

function required(): typeof Yaml {
  const library: typeof Yaml = createRequire(import.meta.url)('yaml');
  return library;
}

export const isAlias = (node: ParsedNode): node is Alias.Parsed => yamlLibrary().isAlias(node);

export const isMap = (node: ParsedNode): node is YAMLMap.Parsed => yamlLibrary().isMap(node);

export const isScalar = (node: ParsedNode): node is Scalar.Parsed => yamlLibrary().isScalar(node);
