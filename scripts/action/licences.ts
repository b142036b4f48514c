import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licence texts of the packages that some modules are of, by package. Throws where one has none. */
export function licencesOf(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap(packageFolderOf));
  const texts = [...folders].map(licenceOf).toSorted();
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** `…/node_modules/@scope/name/lib/a.js` → `…/node_modules/@scope/name`; nothing for what is our own. */
function packageFolderOf(path: string): string[] {
  const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll('\\', '/'))?.[0];
  return folder === undefined ? [] : [folder];
}

function licenceOf(folder: string): string {
  const { name, version }: { name: string; version: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find(entry => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
