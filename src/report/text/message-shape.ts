/**
 * The message of a rule before it is about something: `Agent {{ r.AgentName }} uses {{ models.map(m, m.Id) }}.` becomes
 * ``Agent `AgentName` uses `models`.`` Of an expression the path it begins with is left, which names what will stand
 * there; of a choice, what stands there otherwise.
 */
export function messageShape(template: string): string {
  return template.replaceAll(/\{\{(.*?)\}\}/gs, (_, expression: string) => hole(expression.trim()));
}

const otherwise = / \? .* : (.+)$/s;

const literal = /^(['"])(.*)\1$/s;

/** A path with all its segments, the last one without the bracket of a call. */
const leadingPath = /^[A-Za-z_]\w*(?:\.\??[A-Za-z_]\w*\b(?!\())*/;

function hole(expression: string): string {
  const [, last = expression] = otherwise.exec(expression) ?? [];
  const [, , text] = literal.exec(last) ?? [];
  if (text !== undefined) return text;
  const [path = ''] = leadingPath.exec(last) ?? [];
  const isCall = last[path.length] === '(';
  const name = path.replaceAll('?', '').replace(/^(?:r|params)\./, '');
  return isCall || name === '' ? '…' : `\`${name}\``;
}
