import type { Span } from '../../../model/source.ts';
import type { Known, Value } from '../../../model/value.ts';
import { lost } from '../compose.ts';
import { spread } from '../spread.ts';
import { scalarText } from '../text.ts';
import { malformed } from '../trouble.ts';
import { lostIn } from '../why.ts';
import { formatAddress, parseBlock, type Block } from './address.ts';
import { argumentsOf, valueOf, type Intrinsic } from './arguments.ts';

const maximumBlocks = 256;

/** `Cidr: [block, count, bits]`: so many subnets of 2^bits addresses each; bits default to 8. */
export const cidr: Intrinsic = (argument, scope, at) => {
  const [block, count, bits] = argumentsOf(argument);
  if (!block || !count) return malformed(scope, at, 'Fn::Cidr needs an address block and a count');
  const size: Value = bits ? valueOf(bits, scope) : { kind: 'known', value: 8 };
  return spread([valueOf(block, scope), valueOf(count, scope), size], at, operands => subnets(operands, at));
};

function subnets([block, count, size]: readonly Value[], at: Span): Value {
  const length = integer(count);
  if (length === undefined || length < 1 || length > maximumBlocks) {
    return { kind: 'list', items: [], rest: lostIn('Fn::Cidr', count, at, true), at };
  }
  const bits = integer(size);
  if (block?.kind === 'known' && bits !== undefined) return blocks(block, bits, length, at);
  const item = lostIn('Fn::Cidr', block?.kind === 'known' ? size : block, at, true);
  return { kind: 'list', items: Array.from({ length }, () => item), at };
}

function blocks(block: Known, bits: number, length: number, at: Span): Value {
  const parsed = parseBlock(scalarText(block));
  const room = parsed ? 2n ** BigInt(parsed.width - parsed.prefix) : 0n;
  if (!parsed || bits < 1 || bits > parsed.width || BigInt(length) << BigInt(bits) > room) {
    const what = `Fn::Cidr: ${scalarText(block)} has no ${length} blocks of ${bits} bits`;
    return lost('unresolved-value', [{ what, at }], at);
  }
  const items = Array.from({ length }, (_, index) => ({ ...block, value: subnet(parsed, bits, index), at }));
  return { kind: 'list', items, at };
}

function subnet(block: Block, bits: number, index: number): string {
  const address = block.address + (BigInt(index) << BigInt(bits));
  return `${formatAddress(address, block.width)}/${block.width - bits}`;
}

function integer(value: Value | undefined): number | undefined {
  const number = value?.kind === 'known' ? Number(scalarText(value)) : Number.NaN;
  return Number.isInteger(number) ? number : undefined;
}
