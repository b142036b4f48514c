import { EvaluationError } from '../terms/term.ts';
import { holeIn } from '../terms/unknown.ts';
import type { FunctionTable } from './call-site.ts';
import { csvRows } from './csv.ts';
import { jsonOf, parsed, plainJson } from './json.ts';
import { checkCount, pure, text, type Plain } from './plain.ts';
import { readYaml, yamlText } from './yaml.ts';

/** https://developer.hashicorp.com/terraform/language/functions, the part on encodings. */
export const encodings: FunctionTable = {
  base64decode: pure(([value]) => decode64(text(value)), 1),
  base64encode: pure(([value]) => Buffer.from(text(value), 'utf8').toString('base64'), 1, 1, { set: true }),
  csvdecode: pure(([value]) => csvRows(text(value)), 1),
  jsondecode: pure(([value]) => plainJson(parsed(text(value))), 1, 1, { form: 'tuple' }),
  jsonencode: (args, site) => {
    checkCount(args.length, 1, 1, site);
    const [value] = args;
    return value ? jsonOf(value, site.at) : missing();
  },
  textdecodebase64: pure(([value, encoding]) => textDecode(text(value), text(encoding)), 2),
  textencodebase64: pure(([value, encoding]) => textEncode(text(value), text(encoding)), 2),
  urlencode: pure(([value]) => urlEncode(text(value)), 1, 1, { set: true }),
  urldecode: pure(([value]) => urlDecode(text(value)), 1),
  yamldecode: pure(([value]) => readYaml(text(value)), 1, 1, { form: 'tuple' }),
  yamlencode: (args, site) => {
    const [value] = args;
    // A text of which parts are not known is read as JSON, which YAML includes.
    return value && holeIn(value) ? jsonOf(value, site.at) : yamlEncode(args, site);
  },
};

const yamlEncode = pure(([value]) => yamlText(value ?? null), 1);

function missing(): never {
  throw new EvaluationError('jsonencode() needs a value');
}

function decode64(value: string): string {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(value) || value.length % 4 !== 0)
    throw new EvaluationError('the text is not base64');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(value, 'base64'));
  } catch {
    throw new EvaluationError('what base64decode() gives is no UTF-8');
  }
}

const encodingsOfNode: Readonly<Record<string, BufferEncoding>> = {
  'UTF-8': 'utf8',
  'UTF-16LE': 'utf16le',
  'ISO-8859-1': 'latin1',
  'US-ASCII': 'ascii',
};

function encodingOf(name: string): BufferEncoding {
  const encoding = encodingsOfNode[name.toUpperCase()];
  if (encoding) return encoding;
  throw new EvaluationError(`the encoding ${name} is not read`);
}

const textEncode = (value: string, encoding: string): Plain =>
  Buffer.from(value, encodingOf(encoding)).toString('base64');

const textDecode = (value: string, encoding: string): Plain =>
  Buffer.from(value, 'base64').toString(encodingOf(encoding));

/** As Go escapes a query. */
const urlEncode = (value: string): string =>
  encodeURIComponent(value)
    .replaceAll('%20', '+')
    .replaceAll(/[!'()*]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

function urlDecode(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    throw new EvaluationError('the text is not URL-encoded');
  }
}
