import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { checkJson } from './json-answer.ts';
import { MalformedAnswer } from './malformed-answer.ts';
import { outputOf } from './output.ts';
import { checkXml } from './xml-answer.ts';

/** How a client and a service speak, and of what they speak at the moment. */
export interface Exchange {
  /** `aws.protocols#restJson1` */
  readonly protocol: string;
  /** The schema of the operation, as the SDK's own deserializer gets it. */
  readonly operation: unknown;
}

/**
 * Reads the body of an answer that says that all is well, and throws `MalformedAnswer` when it is none of its operation.
 * The SDK makes an empty list of whatever it does not know.
 */
export async function checkAnswer(response: unknown, { protocol, operation }: Exchange): Promise<void> {
  if (!isResponse(response) || response.statusCode >= 300) return;
  const output = outputOf(operation);
  if (!output) throw new MalformedAnswer('the SDK does not say what the answer should be');
  const bytes = await bytesOf(response.body);
  response.body = bytes;
  const text = bytes.toString();
  if (protocol.includes('Json')) checkJson(output, text);
  else checkXml(output, text, protocol);
}

interface Response {
  readonly statusCode: number;
  body: unknown;
}

const isResponse = (value: unknown): value is Response =>
  typeof value === 'object' &&
  value !== null &&
  'body' in value &&
  'statusCode' in value &&
  typeof value.statusCode === 'number';

async function bytesOf(body: unknown): Promise<Buffer> {
  if (body instanceof Readable) return buffer(body);
  if (body instanceof Uint8Array) return Buffer.from(body);
  return Buffer.alloc(0);
}
