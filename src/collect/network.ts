import { lookup } from 'node:dns';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';

import { NodeHttpHandler } from '@smithy/node-http-handler';

/** Milliseconds. */
const connectionTimeout = 5_000;
const patience = 30_000;

/**
 * The connections of a run, shared by all of its clients: each keeps its own ones open otherwise. So many milliseconds
 * without an answer, or without any more of one, end a call.
 */
export function networkOf(sockets: number, requestTimeout = patience): NodeHttpHandler {
  const settings = { keepAlive: true, maxSockets: sockets, lookup: lookupHost };
  return new NodeHttpHandler({
    httpAgent: new HttpAgent(settings),
    httpsAgent: new HttpsAgent(settings),
    connectionTimeout,
    requestTimeout,
    // The time for a request ends when its answer begins.
    socketTimeout: requestTimeout,
    throwOnRequestTimeout: true,
  });
}

/** Names below `localhost` are this machine (RFC 6761), which not every resolver knows; S3 Control puts the account before the host. */
const lookupHost: LookupFunction = (host, options, callback) => {
  lookup(host.endsWith('.localhost') ? 'localhost' : host, options, callback);
};
