import type { TypeRegistry } from '../../model/types.ts';

const indexes = new WeakMap<TypeRegistry, ReadonlyMap<string, string>>();

/** The type of the registry that a type of the provider `awscc` is: `awscc_bedrock_guardrail` is `AWS::Bedrock::Guardrail`. */
export function cloudControlType(type: string, types: TypeRegistry): string | undefined {
  if (!type.startsWith('awscc_')) return undefined;
  let index = indexes.get(types);
  if (!index) {
    index = new Map(types.names.map(name => [plain(name.replace(/^AWS::/, '')), name]));
    indexes.set(types, index);
  }
  return index.get(plain(type.slice('awscc_'.length)));
}

const plain = (name: string): string => name.replaceAll(/[_:]/g, '').toLowerCase();
