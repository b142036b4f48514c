import { longestString, spend } from '../budget.ts';
import type { Frame, Operand } from '../runtime.ts';
import { splitText } from '../split-text.ts';
import { lowerChars, textContains, textEndsWith, textStartsWith, upperChars } from '../text-match.ts';
import type { Chars } from '../text-pattern.ts';
import { int, listOf, text, bool } from '../type.ts';
import { failure, unknownOfText } from '../unknowns.ts';
import type { Builtin } from './builtin.ts';
import { answer, charsOf, refuse } from './operands.ts';

const twoTexts = [[text], [text]];

function question(name: string, ask: (subject: Chars, other: Chars) => boolean | undefined): Builtin {
  return {
    name,
    style: 'method',
    takes: twoTexts,
    gives: bool,
    texts: true,
    run: ([subject, other]) => {
      const chars = charsOf(subject);
      const asked = charsOf(other);
      if (chars === undefined || asked === undefined) return refuse(name, 'strings', subject, other);
      return answer(ask(chars, asked), chars, asked);
    },
  };
}

function change(name: string, apply: (chars: Chars) => Operand): Builtin {
  return {
    name,
    style: 'method',
    takes: [[text]],
    gives: text,
    texts: true,
    run: ([subject]) => {
      const chars = charsOf(subject);
      return chars === undefined ? refuse(name, 'a string', subject) : apply(chars);
    },
  };
}

const trim = (chars: Chars): Operand => (typeof chars === 'string' ? trimmed(chars) : unknownOfText(chars));

const whiteSpace = /^\p{White_Space}$/u;

/** By Unicode's White_Space, which is not what JavaScript trims. */
function trimmed(untrimmed: string): string {
  let start = 0;
  let end = untrimmed.length;
  while (start < end && whiteSpace.test(untrimmed.charAt(start))) start += 1;
  while (end > start && whiteSpace.test(untrimmed.charAt(end - 1))) end -= 1;
  return untrimmed.slice(start, end);
}

/** The pieces of a string. Of a text, as far as its holes are known not to hold the separator. */
function split([subject, separator]: readonly Operand[], frame: Frame): Operand {
  const chars = charsOf(subject);
  if (chars === undefined || typeof separator !== 'string')
    return refuse('split', 'strings', subject, separator);
  if (typeof chars !== 'string') {
    const pieces = splitText(chars, separator);
    return pieces ? { kind: 'list', items: pieces } : unknownOfText(chars);
  }
  const items = separator === '' ? Array.from(chars) : chars.split(separator);
  spend(frame, items.length);
  return { kind: 'list', items };
}

function replace([subject, from, to]: readonly Operand[], frame: Frame): Operand {
  if (typeof subject !== 'string' || typeof from !== 'string' || typeof to !== 'string')
    return refuse('replace', 'strings', subject, from, to);
  const pieces = from === '' ? subject.length + 1 : subject.split(from).length - 1;
  spend(frame, pieces);
  if (subject.length + pieces * to.length > longestString) return failure('the string is too long');
  return subject.replaceAll(from, () => to);
}

/** By code point, as CEL counts. */
function substring([subject, start, end]: readonly Operand[]): Operand {
  if (typeof subject !== 'string' || typeof start !== 'number')
    return refuse('substring', 'a string and integers', subject, start);
  const points = Array.from(subject);
  const stop = end === undefined ? points.length : end;
  if (typeof stop !== 'number') return refuse('substring', 'a string and integers', subject, start, end);
  if (start < 0 || stop > points.length || start > stop) return failure('substring() is out of range');
  return points.slice(start, stop).join('');
}

function indexOf([subject, part]: readonly Operand[]): Operand {
  if (typeof subject !== 'string' || typeof part !== 'string')
    return refuse('indexOf', 'strings', subject, part);
  const at = subject.indexOf(part);
  return at === -1 ? -1 : Array.from(subject.slice(0, at)).length;
}

/** Functions of strings. */
export const stringFunctions: readonly Builtin[] = [
  question('startsWith', textStartsWith),
  question('endsWith', textEndsWith),
  question('contains', textContains),
  change('lowerAscii', lowerChars),
  change('upperAscii', upperChars),
  change('trim', trim),
  { name: 'split', style: 'method', takes: twoTexts, gives: listOf(text), texts: true, run: split },
  { name: 'replace', style: 'method', takes: [[text], [text], [text]], gives: text, run: replace },
  { name: 'substring', style: 'method', takes: [[text], [int]], gives: text, run: substring },
  { name: 'substring', style: 'method', takes: [[text], [int], [int]], gives: text, run: substring },
  { name: 'indexOf', style: 'method', takes: twoTexts, gives: int, run: indexOf },
];
