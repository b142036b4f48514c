import type { Span } from '../../model/source.ts';
import type { Unknown } from '../../model/value.ts';
import { field } from '../../syntax/field.ts';
import type { MapNode, Node } from '../../syntax/node.ts';
import { spanOf } from '../../syntax/span.ts';
import { lost } from './compose.ts';
import { textOf } from './loops.ts';
import { besides } from './path.ts';
import type { Included, Scope } from './scope.ts';

/** What a `Fn::Transform` puts in its place. */
export type Transformed =
  | { readonly kind: 'included'; readonly node: MapNode; readonly scope: Scope }
  /** `AWS::Include` of something that is not in view: it adds to the map it stands in, keys that are written there too. */
  | { readonly kind: 'out-of-view'; readonly because: Unknown }
  /** Any other macro gets what stands beside it too, and may change all of it. */
  | { readonly kind: 'macro'; readonly because: Unknown };

/** Include in include: CloudFormation allows one level, a cycle would have no end. */
const maximumIncludes = 5;

export function transform(argument: Node, scope: Scope, at: Span): Transformed {
  const name = textOf(field(argument, 'Name'), scope) ?? textOf(argument, scope);
  if (name === 'AWS::Include') return include(field(argument, 'Parameters', 'Location'), scope, at);
  return { kind: 'macro', because: macroEffect(name, at) };
}

/** What a macro that cannot be run leaves unknown. */
export function macroEffect(name: string | undefined, at: Span): Unknown {
  const what = `${name === undefined ? 'a macro' : `the macro ${name}`} may add or change anything around it; scan the processed template`;
  return lost('out-of-view', [{ what, at }], at);
}

function include(location: Node | undefined, scope: Scope, at: Span): Transformed {
  const value = location && scope.instance.value(location, scope, spanOf(scope.file, location));
  const named = value?.kind === 'known' ? String(value.value) : undefined;
  const includes = (scope.includes ?? 0) + 1;
  const found = named === undefined || includes > maximumIncludes ? undefined : find(named, scope);
  if (found?.root.kind === 'map') {
    return { kind: 'included', node: found.root, scope: { ...scope, file: found.file, includes } };
  }
  const what = `AWS::Include of ${named ?? 'a location that is not known'} is not in view`;
  return { kind: 'out-of-view', because: lost('out-of-view', [{ what, at }], at) };
}

function find(named: string, { file, instance }: Scope): Included | undefined {
  const path = besides(file.path, named);
  return path === undefined ? undefined : instance.run.include(path);
}
