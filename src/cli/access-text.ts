import type { Access } from '../scan/live/collect.ts';
import { counted } from './counted.ts';

/** Which accounts can be read, and what each of the others lacks. */
export function accessText({ caller, accounts, skipped, calls }: Access): string {
  const good = accounts.filter(({ missing }) => missing.length === 0).length;
  const bad = accounts.filter(({ missing }) => missing.length > 0);
  return [
    `caller    ${caller}`,
    `accounts  ${good} of ${accounts.length} can be read${skipped === 0 ? '' : `; ${skipped} are skipped`} (${counted(calls, 'call')})`,
    ...bad.flatMap(({ id, name = '', missing }) => [
      `${id} ${name}`.trimEnd(),
      ...missing.map(({ action, cause, detail }) => `  ${action}  ${cause}  ${detail}`),
    ]),
    ...(bad.length > 0 ? ['hint: plumbline doctor permissions --policy prints what the role needs'] : []),
    '',
  ].join('\n');
}
