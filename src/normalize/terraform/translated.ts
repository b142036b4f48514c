import type { Declaration } from '../../model/declaration.ts';
import type { ResourceType } from '../../model/types.ts';
import type { Dict } from '../../model/value.ts';
import type { Spelling } from '../kinds/kind.ts';

/** A Terraform declaration whose type the model knows. */
export interface Translated {
  readonly declaration: Declaration;
  /** The key of its stack. */
  readonly stack: string;
  /** As written. */
  readonly attributes: Dict;
  readonly spelling: Spelling;
  /** Of a part, the schema of the whole. */
  readonly schema: ResourceType;
  /** In the words of the schema; references are still as written. */
  readonly properties: Dict;
}
