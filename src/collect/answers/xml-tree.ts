import { MalformedAnswer } from './malformed-answer.ts';

/** An element of an XML text; of what is deep in it nothing is kept. */
export interface Element {
  readonly name: string;
  readonly children: readonly Element[];
  /** Whether text stands directly in it. */
  readonly text: boolean;
}

/** `Response`, `Result`, a list and its items. */
const depthKept = 4;

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[(?<data>[\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<(?<close>\/?)(?<name>[^\s/>!?]+)(?:"[^"]*"|'[^']*'|[^>"'])*?(?<empty>\/?)>|(?<text>[^<]+)|</g;

interface Open {
  readonly name: string;
  readonly children: Element[];
  text: boolean;
}

/** The elements of a text; throws when it is not one whole element. */
export function xmlTree(source: string): Element {
  const top: Open = { name: '', children: [], text: false };
  const open: Open[] = [top];
  for (const match of source.matchAll(token)) take(open, match);
  const [root] = top.children;
  if (open.length > 1 || top.text || top.children.length !== 1 || !root)
    throw new MalformedAnswer('the body is no whole XML');
  return root;
}

function take(open: Open[], { groups = {}, 0: whole }: RegExpExecArray): void {
  const { name, data, text = data ?? '' } = groups;
  if (name !== undefined)
    step(open, { name, closes: groups['close'] === '/', empty: groups['empty'] === '/' });
  else if (whole === '<') throw new MalformedAnswer('the body is no XML');
  else if (text.trim() !== '') note(open);
}

function step(
  open: Open[],
  { name, closes, empty }: { readonly name: string; readonly closes: boolean; readonly empty: boolean },
): void {
  if (closes) {
    if (open.length < 2 || open.pop()?.name !== name) throw new MalformedAnswer('the body is no whole XML');
    return;
  }
  const element: Open = { name, children: [], text: false };
  if (open.length <= depthKept) open.at(-1)?.children.push(element);
  if (!empty) open.push(element);
}

function note(open: readonly Open[]): void {
  const within = open.at(-1);
  if (within) within.text = true;
}
