import type { Resource } from '../../model/resource.ts';
import { always, known } from '../../model/value.ts';
import type { Place } from './directory.ts';

/**
 * A resource that is not in memory: its type, its place and its position are known, and the rest is read when somebody looks. A class,
 * because there may be as many as the estate has resources.
 */
export class Distant implements Resource {
  readonly kind = 'resource';
  readonly exists = always;
  readonly type: string;
  readonly position: number;
  readonly #place: Place;
  readonly #read: () => Resource;

  constructor(type: string, position: number, place: Place, read: () => Resource) {
    this.type = type;
    this.position = position;
    this.#place = place;
    this.#read = read;
  }

  get account(): Resource['account'] {
    return known(this.#place.account);
  }

  get region(): Resource['region'] {
    return known(this.#place.region);
  }

  get key(): string {
    return this.#read().key;
  }

  get name(): string {
    return this.#read().name;
  }

  get partition(): Resource['partition'] {
    return this.#read().partition;
  }

  get properties(): Resource['properties'] {
    return this.#read().properties;
  }

  get tags(): Resource['tags'] {
    return this.#read().tags;
  }

  get names(): readonly string[] {
    return this.#read().names;
  }

  get at(): Resource['at'] {
    return this.#read().at;
  }
}
