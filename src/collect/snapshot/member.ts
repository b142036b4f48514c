import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * A snapshot is a chain of gzip members (RFC 1952), so that `zcat` reads it and a part can be appended at any time. Each
 * says in an extra field of its header how long it is: a reader steps from one to the next, and knows a torn one.
 */
const headerBytes = 10 + 2 + 4 + 4;
const trailerBytes = 8;

/** The extra field: id `PL`, four bytes. */
const [idP, idL] = [0x50, 0x4c];

export function memberOf(text: string): Buffer {
  const plain = Buffer.from(text);
  const packed = deflateRawSync(plain, { level: 6 });
  const member = Buffer.alloc(headerBytes + packed.length + trailerBytes);
  // Magic, deflate, FEXTRA, no time, no flags, system unknown; then the length of the extra field, its id and its length.
  member.set([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 8, 0, idP, idL, 4, 0]);
  member.writeUInt32LE(member.length, headerBytes - 4);
  member.set(packed, headerBytes);
  member.writeUInt32LE(crc32(plain), member.length - trailerBytes);
  member.writeUInt32LE(plain.length % 2 ** 32, member.length - 4);
  return member;
}

/** True of the first bytes of a snapshot, and of nothing else that is gzipped. */
export const startsMember = (bytes: Uint8Array): boolean =>
  bytes.length >= headerBytes &&
  bytes[0] === 0x1f &&
  bytes[1] === 0x8b &&
  bytes[3] === 4 &&
  bytes[12] === idP &&
  bytes[13] === idL;

/** How long the member is whose header begins these bytes; undefined when none does. */
export const memberLength = (bytes: Buffer): number | undefined =>
  startsMember(bytes) ? bytes.readUInt32LE(headerBytes - 4) : undefined;

/** The text of a whole member; undefined when it is not what was written. */
export function textOfMember(member: Buffer): string | undefined {
  try {
    const length = member.readUInt32LE(member.length - 4);
    const plain = inflateRawSync(member.subarray(headerBytes, member.length - trailerBytes), {
      chunkSize: Math.min(Math.max(length + 1, 64), most),
    });
    return crc32(plain) === member.readUInt32LE(member.length - trailerBytes) ? plain.toString() : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes that are made room for at once, whatever a member says of its length. */
const most = 2 ** 20;

/** As many bytes of a member as say how long it is. */
export const headerLength = headerBytes;
