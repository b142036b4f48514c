import { createHash } from 'node:crypto';

import { EvaluationError } from '../terms/term.ts';
import type { FunctionTable } from './call-site.ts';
import { pure, text } from './plain.ts';

export type Algorithm = 'md5' | 'sha1' | 'sha256' | 'sha512';

export const digest = (algorithm: Algorithm, value: string, form: 'hex' | 'base64'): string =>
  createHash(algorithm).update(value, 'utf8').digest(form);

/** https://developer.hashicorp.com/terraform/language/functions, the part on hashes that give the same every time. */
export const hashes: FunctionTable = {
  base64sha256: pure(([value]) => digest('sha256', text(value), 'base64'), 1),
  base64sha512: pure(([value]) => digest('sha512', text(value), 'base64'), 1),
  md5: pure(([value]) => digest('md5', text(value), 'hex'), 1),
  sha1: pure(([value]) => digest('sha1', text(value), 'hex'), 1),
  sha256: pure(([value]) => digest('sha256', text(value), 'hex'), 1),
  sha512: pure(([value]) => digest('sha512', text(value), 'hex'), 1),
  uuidv5: pure(([namespace, name]) => uuidv5(text(namespace), text(name)), 2),
};

/** The namespaces that RFC 4122 names. */
const namespaces: Readonly<Record<string, string>> = {
  dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  oid: '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
  x500: '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
};

function uuidv5(namespace: string, name: string): string {
  const id = (namespaces[namespace] ?? namespace).replaceAll('-', '');
  if (!/^[\da-f]{32}$/i.test(id)) throw new EvaluationError(`${JSON.stringify(namespace)} is no UUID`);
  const bytes = createHash('sha1').update(Buffer.from(id, 'hex')).update(name, 'utf8').digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
