import type { Case } from '../model/case.ts';
import type { Verdict } from '../model/finding.ts';
import { regionOf, type Span } from '../model/source.ts';
import { flowJson } from './text/flow-json.ts';
import { markdownBlock, markdownCode, markdownProse } from './text/markdown.ts';

/** The verdicts in the order in which a reader wants them: what is wrong, what is right, what cannot be told. */
const order = ['fail', 'pass', 'unknown', 'not-applicable'] as const satisfies readonly Verdict[];

/** The cases of a rule as examples, Markdown under headings of the third level. */
export function ruleExamples(cases: readonly Case<unknown>[]): string {
  const sorted = order.flatMap(verdict => cases.filter(({ expect }) => expect === verdict));
  return [...legend(cases), ...sorted.map(example)].join('\n\n');
}

function legend(cases: readonly Case<unknown>[]): readonly string[] {
  const has = (verdict: Verdict): boolean => cases.some(({ expect }) => expect === verdict);
  const lines = [
    ...(has('unknown')
      ? ['`unknown`: what decides is not in the input, so that it counts as not assessed.']
      : []),
    ...(has('not-applicable') ? ['`not-applicable`: the rule has nothing to ask there.'] : []),
  ];
  return lines.length > 0 ? [lines.join(' ')] : [];
}

function example(one: Case<unknown>): string {
  const { name, expect, messages = [], properties = [], input } = one;
  return [
    `### ${expect}: ${markdownProse(name)}`,
    ...(given(one) === '' ? [] : [given(one)]),
    input.kind === 'terraform' ? markdownBlock('hcl', input.text) : markdownBlock('yaml', dedent(input.at)),
    ...(messages.length > 0 ? [messages.map(message => `> ${markdownProse(message)}`).join('\n>\n')] : []),
    ...(properties.length > 0 ? [`Points at ${list(properties)}.`] : []),
  ].join('\n\n');
}

/** All that the input itself does not show. */
function given({ params, context, subject, leftOut, input }: Case<unknown>): string {
  const settings = [...Object.entries(params), ...Object.entries(context)].map(
    ([key, value]) => `${key}: ${flowJson(value)}`,
  );
  const open = input.kind === 'graph' ? Object.entries(input.open) : [];
  return [
    ...(input.kind === 'graph' ? ['Resources as they were collected.'] : []),
    ...open.map(([type, cause]) => `There may be more of type ${markdownCode(type)} (${cause}).`),
    ...(settings.length > 0 ? [`With ${list(settings)}.`] : []),
    ...(leftOut === undefined ? [] : [`Left out: ${named(leftOut)}.`]),
    ...(subject === undefined ? [] : [`The verdict is the one of ${markdownCode(subject)}.`]),
  ].join(' ');
}

const list = (names: readonly string[]): string => names.map(markdownCode).join(', ');

/** A property as code, anything else as prose. */
const named = (what: string): string => (/\s/.test(what) ? markdownProse(what) : markdownCode(what));

/** The text of a block as it would stand at the margin. */
function dedent(span: Span): string {
  const margin = ' '.repeat(regionOf(span).column - 1);
  return span.file.text.slice(span.start, span.end).trimEnd().replaceAll(`\n${margin}`, '\n');
}
