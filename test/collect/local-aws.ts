import { createServer } from 'node:http';
import type { Server } from 'node:http';

import type { NodeHttpHandler } from '@smithy/node-http-handler';

import { sessionOf } from '../../src/collect/session.ts';
import { readUnit } from '../../src/collect/unit.ts';
import type { UnitSettings, UnitTask } from '../../src/collect/unit.ts';
import type { Gap, LedgerRow, Observation } from '../../src/model/observation.ts';

/** What a call asks for, as far as the protocols say it in one place. */
export interface Asked {
  /** `ListKeys`, `AssumeRole`; empty for those that say it by method and path. */
  readonly operation: string;
  readonly path: string;
  readonly body: string;
  /** Of the calls of this server, from one on. */
  readonly number: number;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body does not end. */
  readonly stalls?: true;
}

export interface LocalAws {
  readonly endpoint: string;
  readonly asked: Asked[];
  readonly stop: () => void;
}

/** A server that answers every call of the SDK with what it is told. */
export async function serveAws(answer: (asked: Asked) => Reply): Promise<LocalAws> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const target = String(request.headers['x-amz-target'] ?? '')
        .split('.')
        .at(-1);
      const operation = target || (/(?:^|&)Action=(\w+)/.exec(body)?.[1] ?? '');
      const one: Asked = { operation, path: request.url ?? '', body, number: asked.length + 1 };
      asked.push(one);
      const reply = answer(one);
      response.writeHead(reply.status ?? 200, { 'x-amzn-requestid': `r-${one.number}`, ...reply.headers });
      if (reply.stalls) response.write(reply.body);
      else response.end(reply.body);
    });
  });
  return {
    endpoint: `http://localhost:${await portOf(server)}`,
    asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new TypeError('no port');
  return address.port;
}

export const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'x' };

export const place = { account: '111122223333', region: 'eu-west-1', partition: 'aws' };

export interface ReadUnit {
  readonly row: LedgerRow;
  readonly observations: readonly Observation[];
  readonly gaps: readonly Gap[];
}

/** Reads a service of an account with the real client of the SDK. */
export async function readAt(
  service: UnitTask['service'],
  network: NodeHttpHandler,
  given: Partial<UnitSettings> & Partial<UnitTask> = {},
): Promise<ReadUnit> {
  const observations: Observation[] = [];
  const gaps: Gap[] = [];
  const row = await readUnit(
    { service, session: sessionOf(async () => credentials), place, endpoint: place.region, ...given },
    {
      network,
      maxRps: 1000,
      started: new Date(),
      signal: new AbortController().signal,
      onThrottle: () => undefined,
      ...given,
    },
    { observe: one => observations.push(one), miss: gap => gaps.push(gap) },
  );
  return { row, observations, gaps };
}
