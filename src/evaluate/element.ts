import { force, read } from './language/force.ts';
import type { Frame, Slot } from './language/runtime.ts';

/** Keys by which people name the elements of a list, the most telling first. */
const namingKeys = [
  'Sid',
  'Name',
  'Id',
  'Key',
  'PolicyName',
  'VariantName',
  'ActionGroupName',
  'RuleName',
  'Type',
] as const;

/** Which element this is, the same in every world: where it was read, or which resource it is. */
export function elementOrigin(element: Slot): string | undefined {
  if (typeof element !== 'object' || element === null) return undefined;
  if (element.kind === 'sealed') return elementOrigin(element.of);
  if (element.kind === 'resource') return element.key;
  if (!('at' in element) || element.at?.kind !== 'span') return undefined;
  return `${element.at.file.path}:${element.at.start}`;
}

/** What names the element in a finding's id: survives reordering, where the element has a name. */
export function elementName(element: Slot, frame: Frame): string | undefined {
  const operand = force(element, frame);
  if (typeof operand === 'string') return operand;
  if (typeof operand !== 'object' || operand === null) return undefined;
  if (operand.kind === 'resource') return operand.key;
  if (operand.kind !== 'dict') return undefined;
  for (const key of namingKeys) {
    const name = read(operand, key, frame);
    if (typeof name === 'string' && name !== '') return name;
  }
  return undefined;
}
