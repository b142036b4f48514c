import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageFolder } from '../../../src/catalog/package-folder.ts';

/** What the commands of a table of collected calls answer, after the schemas of the SDK. */
export interface SdkTable {
  readonly kinds: readonly string[];
  /** The names that the table gives to further answers. */
  readonly further: ReadonlySet<string>;
  /** Every member at every depth. */
  readonly members: ReadonlySet<string>;
  /** Those of them whose own members are not of the API's making: tags, variables, filters. */
  readonly maps: ReadonlySet<string>;
}

const folder = join(packageFolder, 'src/collect/services');

export const sdkTables: readonly SdkTable[] = await Promise.all(
  readdirSync(folder).map(async file => {
    const text = readFileSync(join(folder, file), 'utf8');
    const kinds = [...text.matchAll(/kind: '([^']+)'/g)].flatMap(([, kind]) => kind ?? []);
    const further = new Set([...text.matchAll(/into: '(\w+)'/g)].flatMap(([, into]) => into ?? []));
    const walk: Walk = { seen: new Set(), members: new Set(), maps: new Set() };
    for (const schema of await outputs(text)) addMembers(schema, walk);
    return { kinds, further, members: walk.members, maps: walk.maps };
  }),
);

/** The schemas of what the commands answer that a table imports. */
async function outputs(text: string): Promise<readonly unknown[]> {
  const imports = [...text.matchAll(/import \{([^}]*)\} from '(@aws-sdk\/client-[\w-]+)'/g)];
  const schemas = await Promise.all(
    imports.map(async ([, names = '', client = '']) => {
      const sdk: unknown = await import(client);
      const commands = [...names.matchAll(/\b(?:paginate(\w+)|(\w+)Command)\b/g)];
      return commands.map(([, paged, named]) => outputOf(sdk, paged ?? named));
    }),
  );
  return schemas.flat();
}

function outputOf(sdk: unknown, operation = ''): unknown {
  const Command: unknown = Reflect.get(Object(sdk), `${operation}Command`);
  if (typeof Command !== 'function') return undefined;
  const command: unknown = Reflect.construct(Command, [{}]);
  const schema: unknown = Reflect.get(Object(command), 'schema');
  return Array.isArray(schema) ? schema[5] : undefined;
}

interface Walk {
  readonly seen: Set<unknown>;
  readonly members: Set<string>;
  readonly maps: Set<string>;
}

/** A schema is a tuple: 1 a list of its fifth, 2 a map to its sixth, else a structure of names and their schemas. */
function addMembers(written: unknown, walk: Walk): void {
  const schema = plain(written);
  if (!schema || walk.seen.has(schema)) return;
  walk.seen.add(schema);
  const [kind, , , , first, second] = schema;
  if (kind === 1) return addMembers(first, walk);
  if (kind === 2) return addMembers(second, walk);
  if (!Array.isArray(first) || !Array.isArray(second)) return undefined;
  for (const [index, name] of first.entries()) {
    walk.members.add(String(name));
    if (isMap(second[index])) walk.maps.add(String(name));
    addMembers(second[index], walk);
  }
  return undefined;
}

/** Some schemas are made when asked for, some have traits beside them. */
function plain(written: unknown): readonly unknown[] | undefined {
  const schema: unknown = typeof written === 'function' ? written() : written;
  if (!Array.isArray(schema)) return undefined;
  return typeof schema[0] === 'number' ? schema : plain(schema[0]);
}

/** Maps have a schema of their own or are said by a number: 128 and above, and 15 for documents. */
function isMap(written: unknown): boolean {
  const schema: unknown = typeof written === 'function' ? written() : written;
  if (typeof schema === 'number') return schema === 15 || (schema & 128) === 128;
  return Array.isArray(schema) && (schema[0] === 2 || (typeof schema[0] !== 'number' && isMap(schema[0])));
}
