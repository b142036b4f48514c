import type { Dict, Value } from '../../model/value.ts';
import { scalarText } from '../cloudformation/text.ts';
import { dict, property, type Sam } from './made.ts';

/** One event of a function or state machine. */
export interface Event {
  /** The logical id of what is made for it. */
  readonly id: string;
  readonly type: string;
  readonly properties: Dict;
}

/** The events that are written out; of others it is only known that they make something. */
export function eventsOf(sam: Sam): Event[] {
  const events = property(sam, 'Events');
  if (events.kind === 'absent') return [];
  if (events.kind !== 'dict' || events.rest) sam.open('all', 'what its events need');
  if (events.kind !== 'dict') return [];
  return [...events.entries].flatMap(([name, value]) => eventOf(sam, name, value) ?? []);
}

function eventOf(sam: Sam, name: string, value: Value): Event | undefined {
  const type = value.kind === 'dict' ? value.entries.get('Type') : undefined;
  const properties = value.kind === 'dict' ? value.entries.get('Properties') : undefined;
  if (type?.kind !== 'known' || (properties && properties.kind !== 'dict')) {
    sam.open('all', `what its event ${name} needs`);
    return undefined;
  }
  return { id: sam.id + name, type: scalarText(type), properties: properties ?? dict([], value.at) };
}
