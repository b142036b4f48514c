interface Block {
  readonly bits: 32 | 128;
  readonly address: bigint;
  readonly prefix: number;
}

/** True when every address of `inner` is in `outer`; nothing when one is no IPv4 or IPv6 address or range. */
export function cidrContains(outer: string, inner: string): boolean | undefined {
  const wide = blockOf(outer);
  const narrow = blockOf(inner);
  if (!wide || !narrow) return undefined;
  if (wide.bits !== narrow.bits || wide.prefix > narrow.prefix) return false;
  const shift = BigInt(wide.bits - wide.prefix);
  return wide.address >> shift === narrow.address >> shift;
}

function blockOf(text: string): Block | undefined {
  const [address = '', prefix, ...others] = text.split('/');
  if (others.length > 0) return undefined;
  const bits = address.includes(':') ? 128 : 32;
  const number = bits === 32 ? ipv4(address) : ipv6(address);
  const length = prefix === undefined ? bits : prefixOf(prefix);
  if (number === undefined || length === undefined || length > bits) return undefined;
  return { bits, address: number, prefix: length };
}

const prefixOf = (text: string): number | undefined => (/^\d{1,3}$/.test(text) ? Number(text) : undefined);

function ipv4(text: string): bigint | undefined {
  const bytes = text.split('.');
  if (bytes.length !== 4 || !bytes.every(byte => /^(?:0|[1-9]\d{0,2})$/.test(byte) && Number(byte) < 256))
    return undefined;
  return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function ipv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [front = [], back = []] = halves.map(half => (half === '' ? [] : groupsOf(half)));
  const missing = 8 - front.length - back.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...front, ...Array.from({ length: missing }, () => '0'), ...back];
  if (!groups.every(group => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

/** The 16-bit groups; an IPv4 address at the end is two of them. */
function groupsOf(text: string): string[] {
  const groups = text.split(':');
  const last = groups.at(-1) ?? '';
  const embedded = last.includes('.') ? ipv4(last) : undefined;
  if (embedded === undefined) return groups;
  return [...groups.slice(0, -1), (embedded >> 16n).toString(16), (embedded & 65_535n).toString(16)];
}
