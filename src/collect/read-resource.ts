import type { Gap, JsonObject } from '../model/observation.ts';
import type { Call } from '../model/source.ts';
import { failureOf } from './failure.ts';
import type { Failure } from './failure.ts';
import { jsonObject, jsonOf, without } from './json.ts';
import { poolOf } from './pool.ts';
import type { Reading, Trace } from './reading.ts';
import type { Context, Detail, IsAbsent, ResourceSpec, Tags } from './resource-spec.ts';

/** Items of one kind that are described side by side; the rate limit is what really holds them back. */
const width = 8;

/** Lists the items of a kind, and asks for everything about each of them. What cannot be had becomes a gap. */
export async function readResource<Client, Item extends object, Parent>(
  spec: ResourceSpec<Client, Item, Parent>,
  client: Client,
  parent: Parent,
  reading: Reading,
): Promise<void> {
  const context: Context<Parent> = { ...reading.place, parent, started: reading.started };
  const task: Task<Client, Item, Parent> = { spec, client, context, reading };
  const pool = poolOf(width);
  await reading.traced(async trace => {
    try {
      for await (const item of itemsOf(await spec.list.read(client, context))) {
        const call = trace.calls.at(-1);
        if (!spec.skip?.(item)) await pool.add(() => readItem(task, item, call ? [call] : []));
      }
    } catch (error) {
      const failure = failureOf(error);
      if (!spec.list.absent?.(failure))
        reading.miss(gapOf(task, { kinds: kindsOf(spec) }, { failure, trace }));
    }
  });
  await pool.end();
}

interface Task<Client, Item extends object, Parent> {
  readonly spec: ResourceSpec<Client, Item, Parent>;
  readonly client: Client;
  readonly context: Context<Parent>;
  readonly reading: Reading;
}

async function* itemsOf<Item>(items: AsyncIterable<Item> | readonly Item[]): AsyncGenerator<Item, void> {
  yield* items;
}

const kindsOf = <Client, Item extends object, Parent>({
  kind,
  children = [],
}: ResourceSpec<Client, Item, Parent>): readonly string[] => [
  kind,
  ...children.flatMap(({ kinds }) => kinds),
];

async function readItem<Client, Item extends object, Parent>(
  task: Task<Client, Item, Parent>,
  item: Item,
  listed: readonly Call[],
): Promise<void> {
  const { spec, client, context, reading } = task;
  const id = spec.id(item, context);
  const details = (spec.details ?? []).filter(({ when }) => when?.(item) ?? true);
  const [tags, ...answers] = await Promise.all([
    tagsOf(task, item, id),
    ...details.map(detail => describe(task, item, { detail, id })),
  ]);
  if (answers.some(({ gone }) => gone)) return;
  const data = Object.assign(jsonObject(item), ...answers.map(answer => answer.data));
  reading.observe({
    kind: spec.kind,
    ...reading.place,
    id,
    data: (spec.secrets ?? []).reduce((rest: JsonObject, path) => without(rest, path.split('.')), data),
    ...(tags.tags && { tags: tags.tags }),
    calls: [...listed, ...answers.flatMap(({ calls }) => calls), ...tags.calls],
  });
  await Promise.all((spec.children ?? []).map(child => child.collect(client, item, reading)));
}

interface Description {
  readonly data: JsonObject;
  readonly calls: readonly Call[];
  /** It was there when it was listed, and is no more. */
  readonly gone?: true;
}

async function describe<Client, Item extends object, Parent>(
  task: Task<Client, Item, Parent>,
  item: Item,
  { detail, id }: { readonly detail: Detail<Client, Item, Parent>; readonly id: string },
): Promise<Description> {
  const { into, absent } = detail;
  const answer = await ask(task, { id, part: into ?? '*', absent }, () =>
    detail.read(task.client, item, task.context),
  );
  const { calls } = answer;
  if (answer.status === 'missed') return { data: {}, calls };
  const value = answer.status === 'got' ? answer.value : undefined;
  if (into !== undefined) return { data: { [into]: jsonOf(value) }, calls };
  if (answer.status === 'absent') return { data: {}, calls, gone: true };
  return { data: typeof value === 'object' ? jsonObject(value) : {}, calls };
}

type Answer<T> =
  | { readonly status: 'got'; readonly value: T; readonly calls: readonly Call[] }
  | { readonly status: 'absent' | 'missed'; readonly calls: readonly Call[] };

/** Asks one question about an item; what cannot be had is a gap of that item. */
async function ask<Client, Item extends object, Parent, T>(
  task: Task<Client, Item, Parent>,
  { id, part, absent }: { readonly id: string; readonly part: string; readonly absent: IsAbsent | undefined },
  read: () => Promise<T>,
): Promise<Answer<T>> {
  return task.reading.traced(async trace => {
    try {
      return { status: 'got', value: await read(), calls: trace.calls };
    } catch (error) {
      const failure = failureOf(error);
      if (absent?.(failure)) return { status: 'absent', calls: trace.calls };
      task.reading.miss(gapOf(task, { kinds: [task.spec.kind], id, part }, { failure, trace }));
      return { status: 'missed', calls: trace.calls };
    }
  });
}

async function tagsOf<Client, Item extends object, Parent>(
  task: Task<Client, Item, Parent>,
  item: Item,
  id: string,
): Promise<{ readonly tags?: Readonly<Record<string, string>>; readonly calls: readonly Call[] }> {
  const { spec, client, context } = task;
  const { tags, tagsOf: inItem } = spec;
  if (inItem) return { tags: plainTags(inItem(item)), calls: [] };
  if (!tags) return { calls: [] };
  const answer = await ask(task, { id, part: 'tags', absent: tags.absent }, () =>
    tags.read(client, item, context),
  );
  const { calls } = answer;
  if (answer.status === 'missed') return { calls };
  return { tags: plainTags(answer.status === 'got' ? answer.value : undefined), calls };
}

function plainTags(tags: Tags | undefined): Readonly<Record<string, string>> {
  if (!tags) return {};
  const pairs = isPairs(tags)
    ? tags.map(tag => [tag.Key ?? tag.key ?? tag.TagKey ?? '', tag.Value ?? tag.value ?? tag.TagValue ?? ''])
    : Object.entries(tags).map(([key, value]) => [key, value ?? '']);
  return Object.fromEntries(pairs);
}

const isPairs = (tags: Tags): tags is Extract<Tags, readonly unknown[]> => Array.isArray(tags);

function gapOf<Client, Item extends object, Parent>(
  { reading }: Task<Client, Item, Parent>,
  what: Pick<Gap, 'kinds' | 'id' | 'part'>,
  { failure, trace }: { readonly failure: Failure; readonly trace: Trace },
): Gap {
  const { cause, name, message } = failure;
  return {
    ...reading.place,
    service: reading.service,
    ...what,
    action: trace.latest || `${reading.service}:`,
    cause,
    detail: `${name}: ${message}`,
  };
}
