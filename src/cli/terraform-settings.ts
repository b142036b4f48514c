import { readFileSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';

import type { Config } from '../catalog/load-config.ts';
import type { RootValues } from '../catalog/terraform-values.ts';
import { UsageError } from '../model/problem.ts';
import type { ParameterValue } from '../model/rule.ts';
import { contains } from '../scan/inputs/root.ts';
import type { Given, TerraformSettings } from '../scan/request.ts';
import { pairOf, textOf, textsOf } from './answers.ts';
import type { Answers } from './io.ts';
import type { Setup } from './setup.ts';

/** Where files lie that are inputs. */
export interface InputPlaces {
  /** The folder that a file on the command line is relative to. */
  readonly folderOf: (name: string) => string;
  /** Where a file lies that the configuration names, which may be that of another commit. */
  readonly inputAt: (path: string) => string;
}

/** What is said of Terraform: by the configuration, then by the command line. */
export function terraformSettings(
  { config, ground }: Pick<Setup, 'config' | 'ground'>,
  options: Answers,
  { inConfig, folderOf, inputAt }: { inConfig: (glob: string) => string } & InputPlaces,
): TerraformSettings {
  // Another commit may decide, while the files that the command line names lie where the run was started.
  const { root } = ground;
  const rootAround = (folder: string): string =>
    contains(root, folder) ? root : resolve(folder, relative(ground.cwd, root));
  const written = config.terraform;
  const files = textsOf(options, 'tfVarFile').map(name =>
    varFile(rootAround(folderOf(name)), folderOf(name), name),
  );
  const variables = textsOf(options, 'tfVar').map(givenVariable);
  const workspace = textOf(options, 'tfWorkspace') ?? written?.workspace;
  const sources = [
    ...(written?.sources ?? []).map(name => sourceFolder(root, config.folder, name)),
    ...textsOf(options, 'source').map(name => sourceFolder(rootAround(folderOf(name)), folderOf(name), name)),
  ];
  return {
    variables: [
      ...(written?.values ?? []).map(values =>
        configured(values, { ground, folder: config.folder, inConfig, inputAt }),
      ),
      { given: [...files, ...variables] },
    ],
    ...(workspace !== undefined && { workspace }),
    sources,
  };
}

function configured(
  { roots, variables, varFiles }: RootValues,
  {
    ground: { root },
    folder,
    inConfig,
    inputAt,
  }: { inConfig: (glob: string) => string } & Pick<Config, 'folder'> &
    Pick<Setup, 'ground'> &
    Pick<InputPlaces, 'inputAt'>,
): TerraformSettings['variables'][number] {
  const values = variables.map(({ name, value, at }): Given => {
    const via = { what: `variable ${name} in ${at.file.path}`, at };
    return { kind: 'variable', name, text: asArgument(value), via };
  });
  return {
    ...(roots !== undefined && { roots: inConfig(roots) }),
    given: [
      ...varFiles.map(name => varFile(inputAt(root), folder, inputAt(resolve(folder, name)))),
      ...values,
    ],
  };
}

/** As `-var` takes it: texts as they are, everything else as an expression, which JSON is. */
const asArgument = (value: ParameterValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

function givenVariable(given: string): Given {
  const { name, text } = pairOf(given, '--tf-var');
  return { kind: 'variable', name, text, via: { what: `--tf-var ${name}` } };
}

function varFile(root: string, folder: string, name: string): Given {
  const path = resolve(folder, name);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`the file of variables ${shown(root, path)} does not exist`, {
      hint: 'a single value is written --tf-var name=value',
    });
  }
  return { kind: 'file', file: { path: shown(root, path), text: readFileSync(path, 'utf8') } };
}

function sourceFolder(root: string, folder: string, name: string): string {
  const path = resolve(folder, name);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--source ${name} is not a folder`, {
      hint: 'it is the folder of the root module, where terraform plan was run',
    });
  }
  if (contains(root, path)) return shown(root, path);
  throw new UsageError(`--source ${name} lies outside of what is scanned`, {
    details: [`paths are relative to ${root}`],
    hint: 'run it in the repository of the source, and name the plan',
  });
}

const shown = (root: string, path: string): string => relative(root, path).replaceAll('\\', '/') || '.';
