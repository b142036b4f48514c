import { numberOf, choiceOf, flagOf } from './answers.ts';
import type { Answers, Io, Sink } from './io.ts';

/** How text for a person is written. */
export interface Display {
  readonly color: boolean;
  /** `Infinity` when nobody watches. */
  readonly width: number;
  readonly ascii: boolean;
}

/** How to write to a sink: the options first, then the environment, then what the sink is. */
export function displayFor(sink: Sink, options: Answers, env: Io['env']): Display {
  return {
    color: wantsColor(choiceOf(options, 'color', ['auto', 'always', 'never']) ?? 'auto', sink, env),
    width: numberOf(options, 'width', 40) ?? sink.columns ?? Infinity,
    ascii: flagOf(options, 'ascii') || !isUnicode(env),
  };
}

/** https://no-color.org, https://force-color.org, https://bixense.com/clicolors */
function wantsColor(when: 'auto' | 'always' | 'never', { isTTY }: Sink, env: Io['env']): boolean {
  if (when !== 'auto') return when === 'always';
  const { FORCE_COLOR, NO_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM } = env;
  if (FORCE_COLOR) return !['0', 'false'].includes(FORCE_COLOR);
  if (NO_COLOR) return false;
  if (CLICOLOR_FORCE && CLICOLOR_FORCE !== '0') return true;
  return isTTY && CLICOLOR !== '0' && TERM !== 'dumb';
}

/** A locale that says nothing of its characters is taken for a modern one. */
function isUnicode({ LC_ALL, LC_CTYPE, LANG }: Io['env']): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  return !locale || /utf-?8/i.test(locale);
}
