/** An address block as numbers: `width` is 32 or 128 bits, `address` its first address. */
export interface Block {
  readonly address: bigint;
  readonly prefix: number;
  readonly width: 32 | 128;
}

/** `10.0.0.0/16`, `2001:db8::/56`; undefined for anything else. */
export function parseBlock(text: string): Block | undefined {
  const [, host = '', mask = ''] = /^([0-9a-f.:]+)\/(\d{1,3})$/i.exec(text.trim()) ?? [];
  const width = host.includes(':') ? 128 : 32;
  const address = width === 128 ? parseSix(host) : parseFour(host);
  const prefix = Number(mask);
  if (address === undefined || prefix > width) return undefined;
  const rest = BigInt(width - prefix);
  return { address: (address >> rest) << rest, prefix, width };
}

export function formatAddress(address: bigint, width: 32 | 128): string {
  if (width === 32) return [24n, 16n, 8n, 0n].map(shift => String((address >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  return compress(groups);
}

function parseFour(host: string): bigint | undefined {
  const bytes = host.split('.').map(part => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  if (bytes.length !== 4 || bytes.some(byte => byte > 255)) return undefined;
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function parseSix(host: string): bigint | undefined {
  const [head = '', tail, ...others] = host.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - before.length - after.length;
  if (others.length > 0 || missing < 0 || (tail === undefined && missing > 0)) return undefined;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  if (!groups.every(group => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

/** The longest run of zero groups becomes `::`. */
function compress(groups: readonly string[]): string {
  const text = groups.join(':');
  const runs = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)];
  const [first = ''] = runs.map(([run]) => run).toSorted((left, right) => right.length - left.length);
  if (first === '') return text;
  const at = text.indexOf(first);
  return `${text.slice(0, at)}::${text.slice(at + first.length).replace(/^:/, '')}`;
}
