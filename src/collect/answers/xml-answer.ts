import { MalformedAnswer } from './malformed-answer.ts';
import type { Member, Output } from './output.ts';
import { xmlTree } from './xml-tree.ts';
import type { Element } from './xml-tree.ts';

/**
 * Holds an XML body to its operation: the root (and the result in it) have its name, and what should be a list is one. An
 * empty list may be left out, as AWS does; a page of a proxy has another root.
 */
export function checkXml(output: Output, text: string, protocol: string): void {
  const body = bodyOf(output, text, protocol);
  if (!body) return;
  const unknown = body.children.filter(({ name }) => !besides.has(name));
  const known = new Set(output.members.map(keyOf));
  const payload = output.payload?.shape;
  const members = payload?.kind === 'structure' ? payload.members : output.members;
  for (const member of members) known.add(keyOf(member));
  if (unknown.length > 0 && !unknown.some(({ name }) => known.has(name)))
    throw new MalformedAnswer(`the body has no member of ${output.operation}`);
  for (const member of members) checkMember(member, body);
}

/** What stands beside the members of every answer. */
const besides: ReadonlySet<string> = new Set(['requestId', 'RequestId', 'ResponseMetadata']);

const keyOf = ({ name, traits }: Member): string => traits.xmlName ?? name;

/** The element whose children are the members; undefined for a body that is a text. */
function bodyOf(output: Output, text: string, protocol: string): Element | undefined {
  const { operation, payload, members } = output;
  const whole = payload?.shape;
  if (whole && whole.kind !== 'structure') {
    checkText(text);
    return undefined;
  }
  const root = xmlTree(text);
  const result = `${operation}Result`;
  const rest = [whole?.name ?? output.name, result];
  expectName(root, protocol.endsWith('#restXml') ? rest : [`${operation}Response`]);
  if (!protocol.endsWith('#awsQuery') || members.length === 0) return root;
  const inner = root.children.find(({ name }) => name === result);
  if (!inner) throw new MalformedAnswer(`the body has no <${result}>`);
  return inner;
}

function expectName({ name }: Element, wanted: readonly string[]): void {
  if (!wanted.includes(name)) throw new MalformedAnswer(`the body is <${name}>, and no <${wanted[0]}>`);
}

/** The policies of buckets are the one body of a text, and JSON. */
function checkText(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw new MalformedAnswer('the body is no JSON');
  }
}

function checkMember(member: Member, body: Element): void {
  const key = keyOf(member);
  const { shape } = member;
  for (const element of body.children.filter(({ name }) => name === key)) {
    const fits =
      shape.kind === 'list'
        ? shape.flat || (!element.text && element.children.every(({ name }) => name === shape.itemName))
        : shape.kind === 'structure'
          ? !element.text
          : element.children.length === 0;
    if (!fits) throw new MalformedAnswer(`<${key}> is of another type than the model of the API says`);
  }
  if (member.required && shape.kind === 'list' && body.children.every(({ name }) => name !== key))
    throw new MalformedAnswer(`the body has no <${key}>`);
}
