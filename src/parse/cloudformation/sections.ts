import type { Span } from '../../model/source.ts';
import type { Unknown } from '../../model/value.ts';
import type { Node } from '../../syntax/node.ts';
import { spanOf } from '../../syntax/span.ts';
import { entriesOf } from './entries.ts';
import { textOf } from './loops.ts';
import type { Entries, Placed, Scope } from './scope.ts';
import { macroEffect, transform, type Transformed } from './transform.ts';
import { problemAt } from './trouble.ts';

/** The top of a template: its sections with what is included in them, and its macros. */
export interface Sections {
  readonly of: (name: string) => Entries;
  readonly has: (name: string) => boolean;
  readonly macro: Unknown | undefined;
  /** What may be anywhere in the template without being in view. */
  readonly openings: readonly Unknown[];
}

export function readSections(root: Node, scope: Scope): Sections {
  const top = root.kind === 'map' ? entriesOf(root, scope) : { list: [] };
  const transforms = top.list.filter(({ key }) => key === 'Transform').flatMap(declared);
  const included = transforms.flatMap(outcome =>
    outcome.kind === 'included' ? entriesOf(outcome.node, outcome.scope).list : [],
  );
  const all = [...top.list, ...included];
  const macro = transforms.find(({ kind }) => kind === 'macro');
  const unseen = transforms.flatMap(outcome => (outcome.kind === 'included' ? [] : [outcome.because]));
  return {
    of: name => sectionOf(name, all),
    has: name => all.some(({ key, node }) => key === name && !isNothing(node)),
    macro: top.macro ?? (macro?.kind === 'macro' ? macro.because : undefined),
    openings: [...(top.rest ? [top.rest] : []), ...unseen],
  };
}

/** A file that is cut off ends like this. */
const isNothing = (node: Node): boolean => node.kind === 'scalar' && node.value === null;

/** Transforms of AWS that leave what rules look at as it is, or that this parser carries out itself. */
const followed = /^AWS::(?:Serverless|LanguageExtensions|SecretsManager|CodeDeployBlueGreen)(?:-|$)/;

function declared({ node, scope, at }: Placed): Transformed[] {
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((item): Transformed[] => {
    const name = textOf(item, scope);
    if (name === undefined) return [transform(item, scope, spanOf(scope.file, item))];
    return followed.test(name) ? [] : [{ kind: 'macro', because: macroEffect(name, at) }];
  });
}

/** Of duplicate sections of one file the last counts; what an include brings comes on top. */
function sectionOf(name: string, all: readonly Placed[]): Entries {
  const byFile = new Map(all.filter(({ key }) => key === name).map(placed => [placed.scope.file, placed]));
  const parts = [...byFile.values()].map(read);
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const rest = parts.find(part => part.rest)?.rest;
  const macro = parts.find(part => part.macro)?.macro;
  return { list: parts.flatMap(({ list }) => list), ...(rest && { rest }), ...(macro && { macro }) };
}

function read({ node, scope, key, at }: Placed): Entries {
  if (node.kind === 'map' && node.tag === undefined) return entriesOf(node, scope);
  if (!isNothing(node)) refuse(key, scope, at);
  return { list: [] };
}

function refuse(section: string, scope: Scope, at: Span): void {
  const message = `${section} is not a map`;
  const effect = `Nothing of this section is known.`;
  scope.instance.run.report(
    problemAt(at, message, section === 'Resources' ? { effect, fatal: true } : { effect }),
  );
}
