import { fieldOf, type PullRequest } from './event.ts';
import type { Answer, GitHub } from './github.ts';

/** GitHub's longest page, and as many of them as a discussion may have. */
const pageSize = 100;
const pageLimit = 50;

/** The one comment of this step on a pull request. */
export interface Comment {
  /** Tells the comments of several steps apart. */
  readonly key: string;
  readonly markdown: string;
  /** Nothing failed and nothing is open: an earlier comment has nothing to say any more. */
  readonly isClean: boolean;
}

/** Makes, changes or takes away the one comment; answers why that was not possible. */
export async function writeComment(
  github: GitHub,
  { number, isFork }: PullRequest,
  comment: Comment,
): Promise<string | undefined> {
  const marker = `<!-- plumbline ${comment.key} -->`;
  const found = await findComment(github, number, { marker });
  const answer = 'ok' in found ? found : await settle(github, { number, known: found.id, comment, marker });
  if (answer.ok) return undefined;
  const may = isFork
    ? 'a pull request from a fork has a token that may only read'
    : 'the job needs `permissions: pull-requests: write`';
  return answer.status === 403 || answer.status === 404 ? `${answer.reason}; ${may}` : answer.reason;
}

/** Somebody else's comment is left alone, whatever it begins with: it could be edited afterwards to say anything. */
async function findComment(
  github: GitHub,
  number: number,
  { marker, page = 1 }: { readonly marker: string; readonly page?: number },
): Promise<Answer | { readonly id: number | undefined }> {
  const path = `/repos/${github.repository}/issues/${number}/comments?per_page=${pageSize}&page=${page}`;
  const answer = await github.ask('GET', path);
  if (!answer.ok) return answer;
  const comments: readonly unknown[] = Array.isArray(answer.body) ? answer.body : [];
  const id = fieldOf(
    comments.find(one => isOurs(one, marker)),
    'id',
  );
  if (typeof id === 'number') return { id };
  if (comments.length < pageSize || page === pageLimit) return { id: undefined };
  return findComment(github, number, { marker, page: page + 1 });
}

function isOurs(comment: unknown, marker: string): boolean {
  const body = fieldOf(comment, 'body');
  const isBot = fieldOf(fieldOf(comment, 'user'), 'type') === 'Bot';
  const isMember = ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(
    String(fieldOf(comment, 'author_association')),
  );
  return typeof body === 'string' && body.startsWith(marker) && (isBot || isMember);
}

async function settle(
  { ask, repository }: GitHub,
  {
    number,
    known,
    comment: { markdown, isClean },
    marker,
  }: { number: number; known: number | undefined; comment: Comment; marker: string },
): Promise<Answer> {
  const body = `${marker}\n${markdown}`;
  const path = `/repos/${repository}/issues/comments/${known}`;
  if (isClean) return known === undefined ? { ok: true, body: undefined } : ask('DELETE', path);
  if (known !== undefined) return ask('PATCH', path, { body });
  return ask('POST', `/repos/${repository}/issues/${number}/comments`, { body });
}
