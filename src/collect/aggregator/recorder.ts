import type { JsonObject, Observation } from '../../model/observation.ts';
import type { Lacking } from './holding.ts';
import { isObject, textIn } from './item.ts';

/** Says why a type may be there without being recorded, in the account and Region whose recorders were read. */
export type Recorder = (type: string) => Lacking | undefined;

export function recorderOf(observations: readonly Observation[]): Recorder {
  const recording = new Set(
    observations.flatMap(({ kind, data }) =>
      kind === 'config:configuration-recorder-status' && isRecording(data) ? [textIn(data, 'name')] : [],
    ),
  );
  const groups = observations.flatMap(({ kind, data }) =>
    kind === 'config:configuration-recorder' &&
    recording.has(textIn(data, 'name')) &&
    data['recordingScope'] !== 'INTERNAL' &&
    isObject(data['recordingGroup'])
      ? [data['recordingGroup']]
      : [],
  );
  if (groups.length === 0)
    return () => outOfView('no recorder of AWS Config records in this account and Region');
  return type =>
    groups.some(group => records(group, type))
      ? undefined
      : outOfView(`the recorder of AWS Config leaves out ${type} in this account and Region`);
}

export const unknownRecorder: Recorder = () =>
  outOfView('what the recorder of AWS Config records in this account and Region is not known');

const outOfView = (detail: string): Lacking => ({ cause: 'out-of-view', detail });

/** A recorder that cannot deliver does not keep what it sees either. */
const isRecording = (data: JsonObject): boolean =>
  data['recording'] === true && textIn(data, 'lastStatus').toLowerCase() !== 'failure';

function records(group: JsonObject, type: string): boolean {
  const strategy = group['recordingStrategy'];
  const use = isObject(strategy) ? textIn(strategy, 'useOnly') : '';
  const excluded = group['exclusionByResourceTypes'];
  if (use === 'EXCLUSION_BY_RESOURCE_TYPES')
    return (
      isObject(excluded) &&
      Array.isArray(excluded['resourceTypes']) &&
      !excluded['resourceTypes'].includes(type)
    );
  if (use === 'ALL_SUPPORTED_RESOURCE_TYPES' || group['allSupported'] === true) return true;
  return Array.isArray(group['resourceTypes']) && group['resourceTypes'].includes(type);
}
