import type { SourceFile } from '../model/source.ts';
import { readWithLibrary } from './library/read-with-library.ts';
import type { Document } from './node.ts';
import { readQuickly } from './quick/read-quick.ts';

/** Reads one YAML document as CloudFormation does: YAML 1.1, short tags kept on the nodes, duplicate keys reported. */
export function readYaml(file: SourceFile): Document {
  return readQuickly(file) ?? readWithLibrary(file);
}
