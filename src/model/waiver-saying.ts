import type { Waiver } from './waiver.ts';

/** All that a waiver says, but not where it stands: a longer term or another reason makes another waiver. */
export function sayingOf(waiver: Waiver): string {
  const entries = Object.entries(waiver).filter(([name]) => name !== 'where');
  return JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
