import type { Gap, JsonObject } from '../model/observation.ts';
import type { Call } from '../model/source.ts';
import { failureOf } from './failure.ts';
import type { Failure } from './failure.ts';
import { jsonObject, jsonOf, without } from './json.ts';
import { poolOf } from './pool.ts';
import type { Reading, Trace } from './reading.ts';
import type { Context, Detail, IsAbsent, ResourceSpec, Tags } from './service.ts';

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
  const calls = [...listed];
  let data: JsonObject = jsonObject(item);
  for (const detail of spec.details ?? []) {
    if (detail.when && !detail.when(item)) continue;
    const answer = await ask(task, { id, part: detail.into ?? '*', absent: detail.absent }, () =>
      detail.read(client, item, context),
    );
    if (answer.status === 'absent' && detail.into === undefined) return;
    calls.push(...answer.calls);
    data = { ...data, ...merged(detail, answer) };
  }
  const tags = await tagsOf(task, item, { id, calls });
  reading.observe({
    kind: spec.kind,
    ...reading.place,
    id,
    data: (spec.secrets ?? []).reduce((rest, path) => without(rest, path.split('.')), data),
    ...(tags && { tags }),
    calls,
  });
  for (const child of spec.children ?? []) await child.collect(client, item, reading);
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

function merged<Client, Item, Parent>(
  { into }: Detail<Client, Item, Parent>,
  answer: Answer<object | string | number | boolean | undefined>,
): JsonObject {
  if (answer.status === 'missed') return {};
  const value = answer.status === 'got' ? answer.value : undefined;
  if (into !== undefined) return { [into]: jsonOf(value) };
  return typeof value === 'object' ? jsonObject(value) : {};
}

async function tagsOf<Client, Item extends object, Parent>(
  task: Task<Client, Item, Parent>,
  item: Item,
  { id, calls }: { readonly id: string; readonly calls: Call[] },
): Promise<Readonly<Record<string, string>> | undefined> {
  const { spec, client, context } = task;
  if (spec.tagsOf) return plainTags(spec.tagsOf(item));
  const { tags } = spec;
  if (!tags) return undefined;
  const answer = await ask(task, { id, part: 'tags', absent: tags.absent }, () =>
    tags.read(client, item, context),
  );
  calls.push(...answer.calls);
  if (answer.status === 'missed') return undefined;
  return plainTags(answer.status === 'got' ? answer.value : undefined);
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
