import type { SourceFile, Span } from '../../model/source.ts';
import { lineText } from '../../model/source.ts';
import { ancestors, type Constructs } from './constructs.ts';
import type { Frame } from './frame.ts';
import type { ReadText } from './reader.ts';

/** Where in the repository each construct was made, by construct path. */
export type Sources = (path: string) => Span | undefined;

/**
 * Finds the source of constructs. The path of a frame is that of the machine that ran the app, so that its longest end that
 * exists in the repository counts. A construct without a frame of its own (the CDK keeps ten) has that of its nearest ancestor.
 */
export async function findSources(constructs: Constructs, folder: string, read: ReadText): Promise<Sources> {
  const files = await filesOf(constructs, folder, read);
  const own = (path: string): Span | undefined =>
    constructs
      .get(path)
      ?.frames.map(frame => spanOf(frame, files.get(frame.path)))
      .find(span => span !== undefined);
  return path =>
    [path, ...ancestors(path).flatMap(above => [above, `${above}/Resource`])]
      .map(own)
      .find(span => span !== undefined);
}

async function filesOf(
  constructs: Constructs,
  folder: string,
  read: ReadText,
): Promise<ReadonlyMap<string, SourceFile | undefined>> {
  const paths = new Set([...constructs.values()].flatMap(({ frames }) => frames.map(({ path }) => path)));
  const found = [...paths].map(async path => [path, await findFile(path, folder, read)] as const);
  return new Map(await Promise.all(found));
}

/** The first candidate that exists. */
async function findFile(path: string, folder: string, read: ReadText): Promise<SourceFile | undefined> {
  return candidates(path, folder).reduce<Promise<SourceFile | undefined>>(async (earlier, candidate) => {
    const found = await earlier;
    if (found) return found;
    const result = await read(candidate);
    return result.ok ? result.file : undefined;
  }, Promise.resolve(undefined));
}

/** Of `/build/infra/lib/rag.ts`, with the assembly in `apps/infra/cdk.out`: `apps/infra/build/infra/lib/rag.ts`, …, `lib/rag.ts`. */
function candidates(path: string, folder: string): readonly string[] {
  const parts = path.split('/').filter(part => part !== '' && !/^[A-Za-z]:$/.test(part));
  // A path that climbs says nothing about this machine.
  if (parts.some(part => part === '..' || part === '.') || parts.length > deepest) return [];
  const home = ancestors(`/${folder}`).map(above => above.slice(1));
  const bases = [...home, ''];
  const [nearest = ''] = bases;
  const ends = parts.map((_, index) => parts.slice(index).join('/'));
  // A bare file name (`app.ts`) is found everywhere: it counts beside the assembly only.
  return ends.flatMap((end, index) =>
    (index === ends.length - 1 ? [nearest] : bases).map(base => (base ? `${base}/${end}` : end)),
  );
}

const deepest = 40;

/** From the place of the frame to the end of its line. Undefined when the file has no such place: it has changed since. */
function spanOf({ line, column }: Frame, file: SourceFile | undefined): Span | undefined {
  if (!file) return undefined;
  const text = lineText(file, line);
  const indent = text.length - text.trimStart().length;
  const from = column === undefined ? indent : column - 1;
  const end = text.trimEnd().length;
  if (from < 0 || from >= end) return undefined;
  const start = lineStart(file.text, line);
  return { kind: 'span', file, start: start + from, end: start + end };
}

function lineStart(text: string, line: number): number {
  let start = 0;
  for (let left = line; left > 1; left--) start = text.indexOf('\n', start) + 1;
  return start;
}
