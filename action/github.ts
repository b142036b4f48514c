import { setTimeout as wait } from 'node:timers/promises';

import { fieldOf } from './event.ts';

/** What GitHub answered, or why there is no answer to work with. */
export type Answer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly status: number; readonly reason: string };

export interface GitHub {
  /** `owner/name` */
  readonly repository: string;
  readonly ask: (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) => Promise<Answer>;
}

/** Attempts in all, where GitHub is busy or does not answer. */
const attempts = 3;
/** Milliseconds. */
const firstPause = 300;
const longestPause = 10_000;
const timeout = 15_000;

/** GitHub as the environment of the run names it; undefined where it names none, or there is no token. */
export function gitHubOf(
  { GITHUB_API_URL: url, GITHUB_REPOSITORY: repository }: Readonly<Record<string, string | undefined>>,
  token: string,
): GitHub | undefined {
  if (!url || !repository || token === '') return undefined;
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'user-agent': 'plumbline',
    'x-github-api-version': '2022-11-28',
  };
  return {
    repository,
    ask: (method, path, body) =>
      patiently(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) }, 1),
  };
}

type Request = RequestInit & { readonly method: string };

interface Attempt {
  readonly answer: Answer;
  /** Milliseconds after which it is worth another attempt. */
  readonly again?: number;
}

async function patiently(url: string, request: Request, attempt: number): Promise<Answer> {
  const { answer, again } = await once(url, request);
  if (answer.ok || again === undefined || attempt === attempts) return answer;
  await wait(Math.min(again * 4 ** (attempt - 1), longestPause));
  return patiently(url, request, attempt + 1);
}

async function once(url: string, request: Request): Promise<Attempt> {
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(timeout) });
    const text = await response.text();
    if (!response.ok) return refused(response, text, request);
    return { answer: { ok: true, body: text === '' ? undefined : JSON.parse(text) } };
  } catch (error) {
    return unanswered(error, request);
  }
}

/** What is posted twice is there twice; whether the first one arrived cannot be told. */
const isRepeatable = ({ method }: Request): boolean => method !== 'POST';

function refused(response: Response, text: string, request: Request): Attempt {
  const { status } = response;
  const answer = { ok: false, status, reason: `GitHub answered ${status}${said(text)}` } as const;
  const isWorthIt = isLimited(response) || (status >= 500 && isRepeatable(request));
  return isWorthIt ? { answer, again: pauseOf(response) } : { answer };
}

function unanswered(error: unknown, request: Request): Attempt {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = `GitHub did not answer: ${cause instanceof Error ? cause.message : String(cause)}`;
  const answer = { ok: false, status: 0, reason } as const;
  return isRepeatable(request) ? { answer, again: firstPause } : { answer };
}

/** A secondary rate limit is a 403 that says when to come back. */
const isLimited = ({ status, headers }: Response): boolean =>
  status === 429 || (status === 403 && headers.has('retry-after'));

function pauseOf({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : firstPause;
}

function said(text: string): string {
  try {
    const message = fieldOf(JSON.parse(text), 'message');
    return typeof message === 'string' ? `: ${message.slice(0, 200)}` : '';
  } catch {
    return '';
  }
}
