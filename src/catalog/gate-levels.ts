import { severities, type Severity } from '../model/rule.ts';

/** What `failOn` may be: a severity, or nothing gates. */
export const gateLevels = [...severities, 'none'] as const satisfies readonly (Severity | 'none')[];

/** What an undecided verdict may do to the gate. */
export const unknownLevels = ['ignore', 'warn', 'fail'] as const;
