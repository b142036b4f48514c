import { parsed, plainJson } from '../functions/json.ts';
import type { Plain } from '../functions/plain.ts';
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
  const all = Array.isArray(modules) ? modules : [];
  return new Map(all.flatMap((module): [string, string][] => entryOf(module, folder)));
}

/** The root module itself has an empty key. */
function entryOf(module: Plain, folder: string): [string, string][] {
  if (!(module instanceof Map)) return [];
  const key: unknown = module.get('Key');
  const from: unknown = module.get('Dir');
  const to = typeof from === 'string' ? joinPath(folder, from) : undefined;
  return typeof key === 'string' && key !== '' && to !== undefined ? [[key, to]] : [];
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
