import { kinds } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';
import type { ApiSpelling, ApiSpellings } from './api-spelling.ts';

interface Shown {
  readonly type: string;
  readonly observed: string;
  readonly spelling: NonNullable<Kind['api']>[string];
}

const shown = kinds.flatMap(({ type, api = {} }) =>
  Object.entries(api).map(([observed, spelling]): Shown => ({ type, observed, spelling })),
);

/** Every kind of observation that shows resources, put together from the kinds of the model. */
export const apiSpellings: ApiSpellings = Object.fromEntries(
  [...Map.groupBy(shown, ({ observed }) => observed)].map(([observed, parts]) => [observed, whole(parts)]),
);

/** The answer as the resource that it shows, if any, and what else is in it. */
function whole(parts: readonly Shown[]): ApiSpelling {
  const further = parts.flatMap(({ type, spelling }) =>
    'within' in spelling ? [[spelling.within, { type, of: spelling.of }] as const] : [],
  );
  const [own = { type: { among: [], of: () => undefined } }] = parts.flatMap(({ type, spelling }) =>
    'within' in spelling ? [] : [{ type, ...spelling }],
  );
  return further.length === 0 ? own : { ...own, further: Object.fromEntries(further) };
}
