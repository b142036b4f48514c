import type { SourceFile } from '../../model/source.ts';
import { field } from '../../syntax/field.ts';
import { readSamConfig, readSamToml, type SamConfig } from '../sam/sam-config.ts';
import { lazy } from './memo.ts';
import { parameterFileEndings, readParameterFile, type Values } from './parameter-file.ts';
import { besides } from './path.ts';
import type { Included } from './scope.ts';
import type { Template } from './template.ts';

/** What files beside a template say of its deployment; each value names its file. */
export interface Beside {
  readonly parameters: () => Values;
  readonly sam: () => SamConfig | undefined;
}

export interface Files {
  readonly text: (path: string) => string | undefined;
  readonly tree: (path: string) => Included | undefined;
}

/** Nothing is read before it is asked for. */
export function lookBeside({ file, root }: Template, files: Files): Beside {
  const isSam = field(root, 'Transform') !== undefined;
  return {
    parameters: lazy(() => parametersBeside(file, files)),
    sam: lazy(() => (isSam ? samBeside(file, files) : undefined)),
  };
}

/** Only a file of the template's own name counts, and only when there is one such file. */
function parametersBeside({ path }: SourceFile, { tree }: Files): Values {
  const stem = path.replace(/\.[^./]*$/, '');
  const found = parameterFileEndings.flatMap(ending => tree(stem + ending) ?? []);
  const [only] = found;
  return only && found.length === 1 ? readParameterFile(only.root, only.file) : new Map();
}

function samBeside({ path }: SourceFile, { text, tree }: Files): SamConfig | undefined {
  const toml = besides(path, 'samconfig.toml') ?? 'samconfig.toml';
  const written = text(toml);
  const config = written === undefined ? samTree(path, tree) : readSamToml({ path: toml, text: written });
  if (!config) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isIts = config.template
    ? besides(path, config.template.text) === path
    : /^template\.(?:ya?ml|json)$/.test(name);
  return isIts ? config : undefined;
}

function samTree(path: string, tree: Files['tree']): SamConfig | undefined {
  const found = tree(besides(path, 'samconfig.yaml') ?? '') ?? tree(besides(path, 'samconfig.yml') ?? '');
  return found && readSamConfig(found.root, found.file);
}
