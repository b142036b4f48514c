import { EvaluationError } from '../terms/term.ts';
import type { FunctionTable } from './call-site.ts';
import { addressText, parseAddress, type Address } from './ip-address.ts';
import { pure, text, whole, type Plain } from './plain.ts';

/** https://developer.hashicorp.com/terraform/language/functions, the part on networks. */
export const network: FunctionTable = {
  cidrcontains: pure(([outer, inner]) => contains(prefix(text(outer)), text(inner)), 2),
  cidrhost: pure(([net, host]) => hostOf(prefix(text(net)), whole(host)), 2),
  cidrnetmask: pure(([net]) => netmask(prefix(text(net))), 1),
  cidrsubnet: pure(([net, bits, number]) => subnet(prefix(text(net)), whole(bits), whole(number)), 3),
  cidrsubnets: pure(([net, ...bits]) => subnets(prefix(text(net)), bits.map(whole)), 1, Infinity),
};

interface Prefix extends Address {
  readonly length: number;
}

function prefix(value: string): Prefix {
  const [ip = '', length = '', ...more] = value.split('/');
  const address = parseAddress(ip);
  const bits = /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  if (!address || more.length > 0 || Number.isNaN(bits) || bits > address.bits)
    throw new EvaluationError(`${JSON.stringify(value)} is no CIDR block`);
  const size = BigInt(address.bits - bits);
  return { ...address, value: (address.value >> size) << size, length: bits };
}

const prefixText = (net: Prefix): string => `${addressText(net)}/${net.length}`;

function hostOf(net: Prefix, host: number): string {
  const size = 1n << BigInt(net.bits - net.length);
  const index = host < 0 ? size + BigInt(host) : BigInt(host);
  if (index < 0n || index >= size) throw new EvaluationError(`${prefixText(net)} has no host ${host}`);
  return addressText({ ...net, value: net.value + index });
}

function netmask(net: Prefix): string {
  if (net.bits !== 32) throw new EvaluationError('cidrnetmask() is for IPv4');
  const all = (1n << 32n) - 1n;
  const hosts = (1n << BigInt(32 - net.length)) - 1n;
  return addressText({ bits: 32, value: all ^ hosts });
}

function subnet(net: Prefix, bits: number, number: number): string {
  const length = net.length + bits;
  if (bits < 0 || length > net.bits)
    throw new EvaluationError(`${prefixText(net)} has no room for ${bits} more bits`);
  if (number < 0 || BigInt(number) >= 1n << BigInt(bits))
    throw new EvaluationError(`${prefixText(net)} has no subnet ${number} of ${bits} bits`);
  return prefixText({ ...net, value: net.value + (BigInt(number) << BigInt(net.bits - length)), length });
}

/** One block after the other, each at the next place where it fits. */
function subnets(net: Prefix, all: readonly number[]): readonly Plain[] {
  const end = net.value + (1n << BigInt(net.bits - net.length));
  let next = net.value;
  return all.map(bits => {
    const length = net.length + bits;
    if (bits < 1 || length > net.bits)
      throw new EvaluationError(`${prefixText(net)} has no room for ${bits} more bits`);
    const size = 1n << BigInt(net.bits - length);
    const start = ((next + size - 1n) / size) * size;
    if (start + size > end) throw new EvaluationError(`${prefixText(net)} has no room for all of them`);
    next = start + size;
    return prefixText({ ...net, value: start, length });
  });
}

function contains(outer: Prefix, inner: string): boolean {
  const net = inner.includes('/') ? prefix(inner) : hostPrefix(inner);
  if (net.bits !== outer.bits || net.length < outer.length) return false;
  const size = BigInt(outer.bits - outer.length);
  return net.value >> size === outer.value >> size;
}

const hostPrefix = (value: string): Prefix => prefix(`${value}/${value.includes(':') ? 128 : 32}`);
