import { parsed, plainJson } from '../functions/json.ts';
import { joinPath } from '../module/paths.ts';
import { EvaluationError } from '../terms/term.ts';

/** The folders of remote modules by the path of their call, as `terraform init` wrote them down. */
export function installedModules(
  folder: string,
  readText: (path: string) => string | undefined,
): ReadonlyMap<string, string> {
  const path = joinPath(folder, '.terraform/modules/modules.json');
  const text = path === undefined ? undefined : readText(path);
  const data = text === undefined ? undefined : read(text);
  const modules = data instanceof Map ? data.get('Modules') : undefined;
  const found = new Map<string, string>();
  for (const module of Array.isArray(modules) ? modules : []) {
    const key = module instanceof Map ? module.get('Key') : undefined;
    const from = module instanceof Map ? module.get('Dir') : undefined;
    const to = typeof from === 'string' ? joinPath(folder, from) : undefined;
    if (typeof key === 'string' && key !== '' && to !== undefined) found.set(key, to);
  }
  return found;
}

/** A file that is no JSON tells nothing. */
function read(text: string) {
  try {
    return plainJson(parsed(text));
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}
