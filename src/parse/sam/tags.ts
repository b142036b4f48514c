import type { Origin } from '../../model/source.ts';
import type { Dict, List, Value } from '../../model/value.ts';
import { spread } from '../cloudformation/spread.ts';
import { dict, property, text, unseen, type Sam } from './made.ts';

/** The map of tags that SAM takes, as the list that CloudFormation takes, with the mark that SAM adds. */
export function tagList(sam: Sam, mark: string | undefined): Value {
  const tags = property(sam, 'Tags');
  const at = tags.at ?? sam.at;
  const own = mark === undefined ? [] : [tag(mark, text('SAM', sam.at), sam.at)];
  if (tags.kind === 'absent' && own.length === 0) return tags;
  return spread([tags], at, ([plain]) => listed(plain, own, at));
}

function listed(tags: Value | undefined, own: readonly Dict[], at: Origin): List {
  if (tags?.kind === 'absent') return { kind: 'list', items: own, at };
  if (tags?.kind !== 'dict') {
    const rest = tags?.kind === 'unknown' ? tags : unseen('the tags are not a map', at);
    return { kind: 'list', items: own, rest, at };
  }
  const items = [...own, ...[...tags.entries].map(([key, value]) => tag(key, value, value.at ?? at))];
  return tags.rest ? { kind: 'list', items, rest: tags.rest, at } : { kind: 'list', items, at };
}

const tag = (key: string, value: Value, at: Origin): Dict =>
  dict(
    [
      ['Key', text(key, at)],
      ['Value', value],
    ],
    at,
  );
