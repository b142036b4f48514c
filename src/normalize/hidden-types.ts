import type { Declaration } from '../model/declaration.ts';
import { plainAction, plainService, typesWithoutCloudFormation } from './api-calls.ts';
import type { Context } from './context.ts';

/**
 * What code that is not in view may make: everything that no template can declare, and what its name speaks of
 * (`Custom::BedrockGuardrail`).
 */
export function hiddenTypes({ type, name }: Declaration, { types }: Context): readonly string[] {
  const words = plain(`${type.replace(/^.*::/, '')} ${name}`);
  const named = types.names.filter(candidate => speaksOf(words, candidate));
  return [...new Set([...typesWithoutCloudFormation, ...named])];
}

/** A long name is enough (`knowledgebase`), a short one (`agent`) needs its service beside it. */
function speaksOf(words: string, type: string): boolean {
  const [service = '', kind = ''] = partsOf(type);
  if (service === 'cloudformation' || !words.includes(kind)) return false;
  return kind.length >= 9 || (kind.length >= 4 && words.includes(service));
}

/** What an API call that the model does not know may make. None when it only reads or deletes. */
export function typesOfCall(service: string, action: string, { types }: Context): readonly string[] {
  const call = plainAction(action);
  if (harmless.test(call)) return [];
  if (runsCode.test(call)) return typesWithoutCloudFormation;
  const candidates = types.names
    .map(name => ({ name, kind: partsOf(name)[1] ?? '' }))
    .filter(({ name, kind }) => call.includes(kind) && isOf(plainService(service), partsOf(name)[0] ?? ''));
  const longest = Math.max(0, ...candidates.map(({ kind }) => kind.length));
  return candidates.filter(({ kind }) => kind.length === longest).map(({ name }) => name);
}

const harmless =
  /^(?:get|list|describe|batchget|search|head|select|query|scan|lookup|check|validate|test|simulate|estimate|preview|decode|delete|remove|deregister|untag|detach|disassociate|cancel|stop|terminate|revoke)/;

/** Calls after which anything may have happened. */
const runsCode =
  /^(?:invoke|startexecution|startsyncexecution|startbuild|runtask|sendcommand|startautomation)/;

/** `bedrockagent` belongs to `bedrock`; CloudWatch Logs is called otherwise in each of its worlds. */
const isOf = (service: string, name: string): boolean =>
  service.startsWith(name) || name.startsWith(service) || (service === 'cloudwatchlogs' && name === 'logs');

const partsOf = (type: string): readonly string[] => type.toLowerCase().split('::').slice(1);

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
