import type { WaiverUse } from '../model/waiver.ts';
import type { Style } from '../report/text/style.ts';
import { waiverFields } from './waiver-text.ts';

/** A waiver in two lines: what it accepts and how it stands, then what there is to do. */
export function waiverLines(use: WaiverUse, { name, prose, paint }: Style): readonly string[] {
  const { id, rule, resource, outcome, covers, expires, owner, where, remarks } = use;
  const title = id === undefined ? name(where) : `${name(id)}  ${name(where)}`;
  const state = `${outcome}, covers ${covers}, until ${expires}, owner ${owner}`;
  return [
    `${paint('cyan', title)}  ${name(rule)}  ${name(resource)}`,
    `  ${prose(state)}`,
    ...remarks.map(remark => `  ${paint('yellow', prose(remark))}`),
  ];
}

/** What a waiver says, field by field. */
export function waiverFieldsText(use: WaiverUse): readonly (readonly [string, string])[] {
  const given = waiverFields(use).map(([name, value]) => [name, String(value)] as const);
  return [...given, ['where', use.where], ['outcome', use.outcome]];
}

const wrong: ReadonlySet<WaiverUse['outcome']> = new Set(['expired', 'too-wide', 'mandatory', 'unused']);

/** Whether a waiver does nothing, or not what it was meant to. */
export const isWrong = ({ outcome }: WaiverUse): boolean => wrong.has(outcome);
