import type { Chars } from './text-pattern.ts';

/** The same policies stand in hundreds of templates: what was found out about their patterns is kept. */
const answers = new Map<string, boolean | undefined>();

/** More are forgotten and longer ones not kept, so that memory stays bounded. */
const mostAnswers = 10_000;
const longest = 1_000;

/** The answer to a question about two texts, which depends on nothing but their known parts and the shapes of their holes. */
export function remembered(
  question: string,
  [left, right]: readonly [Chars, Chars],
  answer: () => boolean | undefined,
): boolean | undefined {
  const key = `${question}${mark}|${signature(left)}${mark}|${signature(right)}`;
  if (key.length > longest) return answer();
  if (answers.has(key)) return answers.get(key);
  if (answers.size >= mostAnswers) answers.clear();
  const found = answer();
  answers.set(key, found);
  return found;
}

/** Followed by what it stands for, so that no text can be taken for another. */
const mark = '\0';

function signature(text: Chars): string {
  if (typeof text === 'string') return text.includes(mark) ? text.replaceAll(mark, `${mark}0`) : text;
  let made = '';
  for (const part of text.parts) {
    if (typeof part === 'string') made += signature(part);
    else if (part.kind === 'reference' && part.text) made += signature(part.text);
    else made += `${mark}${part.kind === 'unknown' ? (part.shape ?? 'hole') : 'hole'}${mark};`;
  }
  return made;
}
