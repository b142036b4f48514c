import picomatch from 'picomatch';

import { setOf } from '../terms/sets.ts';
import { EvaluationError, type Term } from '../terms/term.ts';
import { holeIn, lost, lostIn } from '../terms/unknown.ts';
import type { CallSite, FunctionTable, TermFunction } from './call-site.ts';
import { digest, type Algorithm } from './hashes.ts';
import { plainOf, text } from './plain.ts';
import { structural } from './structural.ts';

/** https://developer.hashicorp.com/terraform/language/functions, the part on files; those that are not in view are unknown. */
export const files: FunctionTable = {
  file: reading(value => value),
  filebase64: reading(value => Buffer.from(value, 'utf8').toString('base64')),
  filebase64sha256: hashing('sha256', 'base64'),
  filebase64sha512: hashing('sha512', 'base64'),
  filemd5: hashing('md5', 'hex'),
  filesha1: hashing('sha1', 'hex'),
  filesha256: hashing('sha256', 'hex'),
  filesha512: hashing('sha512', 'hex'),
  fileexists: structural(([path], site) => exists(path, site), 1),
  fileset: structural((args, site) => fileSet(args, site), 2),
  templatefile: structural((args, site) => templateFile(args, site), 2),
  templatestring: structural((args, site) => templateString(args, site), 2),
  basename: structural(
    ([path], site) => pathPart(path, site, value => value.replace(/\/+$/, '').split('/').at(-1) || '.'),
    1,
  ),
  dirname: structural(([path], site) => pathPart(path, site, dirname), 1),
};

function reading(use: (text: string) => string): TermFunction {
  return structural(([path], site) => {
    const name = known(path);
    if (name === undefined) return lostIn(`${site.name}(…)`, path ?? nothing, site.at, true);
    const content = site.files.read(name);
    return content === undefined
      ? notInView(name, site)
      : { kind: 'known', value: use(content), at: site.at };
  }, 1);
}

function hashing(algorithm: Algorithm, form: 'hex' | 'base64'): TermFunction {
  return reading(value => digest(algorithm, value, form));
}

const nothing: Term = { kind: 'known', value: null };

const known = (term: Term | undefined): string | undefined =>
  term && !holeIn(term) ? text(plainOf(term)) : undefined;

const notInView = (path: string, { name, at }: CallSite): Term =>
  lost(`${name}(${JSON.stringify(path)}): the file is not in view`, at, { cause: 'out-of-view', set: true });

/** A file that is not in view may exist nevertheless: it may be made before the deployment. */
function exists(path: Term | undefined, site: CallSite): Term {
  const name = known(path);
  if (name === undefined) return lostIn('fileexists(…)', path ?? nothing, site.at);
  return site.files.read(name) === undefined
    ? notInView(name, site)
    : { kind: 'known', value: true, at: site.at };
}

function fileSet([folder, pattern]: readonly Term[], site: CallSite): Term {
  const name = known(folder);
  const glob = known(pattern);
  if (name === undefined || glob === undefined) return lostIn('fileset(…)', folder ?? nothing, site.at);
  const all = site.files.list(name);
  if (!all)
    return lost(`fileset(${JSON.stringify(name)}, …): the folder is not in view`, site.at, {
      cause: 'out-of-view',
    });
  const matches = picomatch(glob, { dot: true });
  return setOf(
    all.filter(path => matches(path)).map((value): Term => ({ kind: 'known', value, at: site.at })),
    { at: site.at },
  );
}

function templateFile([path, names]: readonly Term[], site: CallSite): Term {
  const name = known(path);
  if (name === undefined) return lostIn('templatefile(…)', path ?? nothing, site.at, true);
  const content = site.files.read(name);
  return content === undefined ? notInView(name, site) : rendered(content, name, names, site);
}

function templateString([template, names]: readonly Term[], site: CallSite): Term {
  const content = known(template);
  if (content === undefined) return lostIn('templatestring(…)', template ?? nothing, site.at, true);
  return rendered(content, 'template', names, site);
}

function rendered(content: string, path: string, names: Term | undefined, site: CallSite): Term {
  if (names?.kind === 'unknown') return lostIn(`${site.name}(…)`, names, site.at, true);
  if (names?.kind !== 'dict') throw new EvaluationError('the names of a template are a map', site.at);
  if (names.rest) return lostIn(`${site.name}(…)`, names.rest, site.at, true);
  return site.files.template(content, path, names.entries, site.at);
}

function pathPart(path: Term | undefined, site: CallSite, part: (value: string) => string): Term {
  const name = known(path);
  if (name === undefined) return lostIn(`${site.name}(…)`, path ?? nothing, site.at, true);
  return { kind: 'known', value: part(name), at: site.at };
}

function dirname(path: string): string {
  const parts = path.split('/');
  parts.pop();
  const folder = parts
    .join('/')
    .replaceAll(/\/+/g, '/')
    .replace(/(?<=.)\/$/, '');
  return folder === '' ? (path.startsWith('/') ? '/' : '.') : folder;
}
