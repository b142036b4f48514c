import type { Gap } from '../../model/observation.ts';
import type { Call } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';
import type { Unknown } from '../../model/value.ts';

/** What AWS did not tell, as an unknown with the reason. */
export function unknownOf({ account, region, action, cause, detail }: Gap): Unknown {
  const at: Call = { kind: 'call', account, region, action, time: '' };
  return unknown(cause, [{ what: detail === '' ? `${action} was not answered` : detail, at }], at);
}
