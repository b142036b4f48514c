/** A waiver of the agent of the sample repository, and whatever a test needs to be different. */
export function waiverYaml(changes: Readonly<Record<string, string | number | undefined>> = {}): string {
  const fields = {
    rule: 'acme/owner',
    resource: 'infra/agent.yaml#Agent',
    reason: 'internal pilot',
    owner: '@ml',
    approver: '@security',
    ticket: 'RISK-1',
    created: '2026-11-01',
    expires: '2027-02-19',
    ...changes,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`    ${name}: ${typeof value === 'string' && value.startsWith('@') ? `"${value}"` : value}\n`],
  );
  return lines.join('').replace(/^ {4}/, '  - ');
}

export const waiversYaml = (...waivers: readonly string[]): string => `waivers:\n${waivers.join('')}`;

/** The same as a comment. */
export const waiverComment = (changes: Readonly<Record<string, string>> = {}): string => {
  const { rule = 'acme/owner', ...fields } = {
    owner: '@ml',
    approver: '@security',
    ticket: 'RISK-1',
    created: '2026-11-01',
    expires: '2027-02-19',
    reason: '"internal pilot"',
    ...changes,
  };
  return `# plumbline:waive ${rule} ${Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')}`;
};
