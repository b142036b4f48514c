/**
 * The message of a rule before it is about something: `Agent {{ r.AgentName }} uses {{ models.map(m, m.Id) }}.` becomes
 * ``Agent `AgentName` uses `models`.`` Of an expression the path it begins with is left, which names what will stand there.
 */
export function messageShape(template: string): string {
  return template.replaceAll(/\{\{(.*?)\}\}/gs, (_, expression: string) => hole(expression.trim()));
}

/** A path with all its segments, the last one without the bracket of a call. */
const leadingPath = /^[A-Za-z_]\w*(?:\.\??[A-Za-z_]\w*\b(?!\())*/;

function hole(expression: string): string {
  const [path = ''] = leadingPath.exec(expression) ?? [];
  const isCall = expression[path.length] === '(';
  const name = path.replaceAll('?', '').replace(/^(?:r|params)\./, '');
  return isCall || name === '' ? '…' : `\`${name}\``;
}
