import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface FakeComment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly type: string };
  readonly author_association: string;
}

/** What the fake answers instead of the real thing; the status of each further attempt, the last one for ever. */
export interface Trouble {
  readonly comments?: readonly number[];
  readonly sarifs?: readonly number[];
}

export interface FakeGitHub {
  readonly url: string;
  readonly asked: Asked[];
  readonly comments: FakeComment[];
  readonly close: () => void;
}

/** GitHub's API as far as the action asks it, on a port of this machine: comments by pages, and SARIF files. */
export async function fakeGitHub(
  trouble: Trouble = {},
  given: readonly FakeComment[] = [],
): Promise<FakeGitHub> {
  const asked: Asked[] = [];
  const comments = [...given];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url: path = '' } = request;
    const body = await bodyOf(request);
    const troubles = path.includes('/code-scanning/') ? trouble.sarifs : trouble.comments;
    const before = asked.filter(one => one.path === path && one.method === method).length;
    asked.push({ method, path, body });
    const refusal = troubles?.[Math.min(before, troubles.length - 1)] ?? 200;
    const { status, answer } =
      request.headers.authorization === 'Bearer t0ken'
        ? answerOf({ method, path, body }, comments, refusal)
        : { status: 401, answer: { message: 'Bad credentials' } };
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(status === 429 && { 'retry-after': '0' }),
    });
    response.end(answer === undefined ? '' : JSON.stringify(answer));
  };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}`, asked, comments, close: () => void server.close() };
}

function answerOf(
  { method, path, body }: Asked,
  comments: FakeComment[],
  refusal: number,
): { readonly status: number; readonly answer?: unknown } {
  if (refusal !== 200)
    return { status: refusal, answer: { message: 'Resource not accessible by integration' } };
  if (path === '/repos/acme/app/code-scanning/sarifs') return { status: 202, answer: { id: 'a' } };
  const [, id] = /\/issues\/comments\/(\d+)$/.exec(path) ?? [];
  const index = comments.findIndex(comment => comment.id === Number(id));
  const text = String(body['body']);
  if (method === 'GET') return { status: 200, answer: pageOf(path, comments) };
  if (method === 'DELETE') return { status: 204, ...(comments.splice(index, 1) && {}) };
  if (method === 'PATCH') comments.splice(index, 1, commentOf(Number(id), text));
  else comments.push(commentOf(comments.length + 1, text));
  return { status: method === 'PATCH' ? 200 : 201, answer: {} };
}

function pageOf(path: string, comments: readonly FakeComment[]): readonly FakeComment[] {
  const query = new URL(path, 'http://localhost').searchParams;
  const size = Number(query.get('per_page'));
  const start = (Number(query.get('page')) - 1) * size;
  return comments.slice(start, start + size);
}

export const commentOf = (id: number, body: string, type = 'Bot', association = 'NONE'): FakeComment => ({
  id,
  body,
  user: { type },
  author_association: association,
});

/** What is in a SARIF file that was handed in. */
export const unpacked = (sarif: unknown): unknown =>
  JSON.parse(gunzipSync(Buffer.from(String(sarif), 'base64')).toString('utf8'));

async function bodyOf(request: IncomingMessage): Promise<Asked['body']> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}
