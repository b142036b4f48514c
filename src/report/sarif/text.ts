import { sentence } from '../text/printable.ts';

/** What GitHub takes for descriptions. */
export const descriptionLimit = 1024;
/** What GitHub takes for names. */
const nameLimit = 255;

/** One line that is never empty, as viewers ask of a message; `otherwise` stands in. */
export function line(text: string, otherwise: string, limit = Infinity): string {
  const whole = sentence(text);
  return clip(whole === '' ? sentence(otherwise) : whole, limit);
}

/** `bedrock/agent-guardrail` → `BedrockAgentGuardrail`. */
export function nameOf(id: string): string {
  const words = id.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '');
  const name = words.map(word => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  return line(name, 'Rule', nameLimit);
}

/** Square brackets start a link in a SARIF message. */
export const withoutLinks = (text: string): string => text.replaceAll(/[[\]]/g, bracket => `\\${bracket}`);

/** A path of the run as the relative URI that GitHub resolves against the root of the repository. */
export function uriOf(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/\p{Cs}$/u, '')}…`;
}
