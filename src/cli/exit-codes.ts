/** What a run ends with. Pipelines rely on these: they are never changed. */
export const exitCodes = {
  ok: 0,
  findings: 1,
  usage: 2,
  incomplete: 3,
  bug: 70,
  interrupted: 130,
  terminated: 143,
} as const;

/** `plumbline help exit-codes` */
export const exitCodeMeanings: Readonly<Record<number, string>> = {
  [exitCodes.ok]: 'complete, nothing at or above the gate',
  [exitCodes.findings]: 'complete, findings at or above the gate (--fail-on, default high)',
  [exitCodes.usage]: 'usage, configuration, unreadable input, rule that does not load, nothing to scan',
  [exitCodes.incomplete]:
    'something in scope was not assessed, and --org or --require-complete asks for everything',
  [exitCodes.bug]: 'a bug of plumbline; nothing is known',
  [exitCodes.interrupted]: 'interrupted (Ctrl-C); nothing is known',
  [exitCodes.terminated]: 'terminated; nothing is known',
};
