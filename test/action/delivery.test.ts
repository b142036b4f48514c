import { afterEach, describe, expect, test } from 'vitest';

import { agent, repository } from '../cli/plumbline.ts';
import {
  commentOf,
  fakeGitHub,
  unpacked,
  type FakeComment,
  type FakeGitHub,
  type Trouble,
} from './fake-github.ts';
import { runAction, type events } from './run-action.ts';

const servers: FakeGitHub[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function delivered(
  inputs: Readonly<Record<string, string>>,
  {
    trouble = {},
    comments = [],
    event = 'pull_request',
    files = repository,
  }: {
    readonly trouble?: Trouble;
    readonly comments?: readonly FakeComment[];
    readonly event?: keyof typeof events;
    readonly files?: Parameters<typeof runAction>[1]['files'];
  } = {},
) {
  const github = await fakeGitHub(trouble, comments);
  servers.push(github);
  const run = await runAction(
    { token: 't0ken', 'fail-on': 'medium', ...inputs },
    { files, event, env: { GITHUB_API_URL: github.url } },
  );
  const notices = run.log.split('\n').filter(line => line.startsWith('::notice title=plumbline::'));
  return { ...run, github, notices };
}

const clean = { ...repository, 'infra/agent.yaml': agent('{ owner: ml }') };

describe('the comment', () => {
  test('is made once, and changed from then on', async () => {
    const first = await delivered({ comment: 'true' });
    expect(first.github.comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(
        /^<!-- plumbline [0-9a-f]{16} -->\n## plumbline: failed \(exit 1\)\n[^]*\[The run\]\(https:\/\/github\.example\/acme\/app\/actions\/runs\/42\)\n$/,
      ),
    ]);
    const second = await delivered({ comment: 'true' }, { comments: first.github.comments });
    expect(second.github.comments).toEqual(first.github.comments);
    expect(second.github.asked.map(({ method }) => method)).toEqual(['GET', 'PATCH']);
  });

  test('is found among hundreds', async () => {
    const { github } = await delivered({ comment: 'true' });
    const [own] = github.comments;
    const crowd = Array.from({ length: 230 }, (_, index) => commentOf(index + 10, `comment ${index}`));
    const later = await delivered({ comment: 'true' }, { comments: [...crowd, ...(own ? [own] : [])] });
    expect(later.github.asked.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'PATCH']);
    expect(later.github.comments).toHaveLength(231);
  });

  test('is not taken from somebody who may write a comment alone', async () => {
    const { github } = await delivered({ comment: 'true' });
    const forged = commentOf(1, `${github.comments[0]?.body}`, 'User', 'NONE');
    const later = await delivered({ comment: 'true' }, { comments: [forged] });
    expect(later.github.comments).toHaveLength(2);
    expect(later.github.comments[0]).toEqual(forged);
    const ours = commentOf(1, `${github.comments[0]?.body}`, 'User', 'MEMBER');
    expect((await delivered({ comment: 'true' }, { comments: [ours] })).github.comments).toHaveLength(1);
  });

  test('goes when nothing is left to say, and is not made for that', async () => {
    const { github } = await delivered({ comment: 'true' });
    const later = await delivered({ comment: 'true' }, { comments: github.comments, files: clean });
    expect(later.github.asked.map(({ method }) => method)).toEqual(['GET', 'DELETE']);
    expect(later.github.comments).toEqual([]);
    const never = await delivered({ comment: 'true' }, { files: clean });
    expect(never.github.asked.map(({ method }) => method)).toEqual(['GET']);
  });

  test('of another folder is another comment', async () => {
    const { github } = await delivered({ comment: 'true' });
    const other = await delivered({ comment: 'true', paths: 'infra' }, { comments: github.comments });
    expect(other.github.comments).toHaveLength(2);
  });

  test('has no place on a push', async () => {
    const { github, code, notices, log } = await delivered({ comment: 'true' }, { event: 'push' });
    expect({ asked: github.asked, code, notices }).toEqual({ asked: [], code: 1, notices: [] });
    expect(log).toContain('no comment: this run is not about a pull request');
  });
});

test('SARIF is handed to code scanning, packed', async () => {
  const { github, notices } = await delivered({ upload: 'true' });
  expect(notices).toEqual([]);
  const body = github.asked[0]?.body;
  expect(body).toMatchObject({
    commit_sha: 'f'.repeat(40),
    ref: 'refs/pull/7/merge',
    tool_name: 'plumbline',
  });
  expect(unpacked(body?.['sarif'])).toMatchObject({
    version: '2.1.0',
    runs: [{ results: [{ level: 'warning' }] }],
  });
});

describe('what cannot be delivered is one notice, and the verdict stays', () => {
  test.each([
    [
      'pull_request',
      403,
      1,
      /403: Resource not accessible by integration; the job needs `permissions: pull-re/,
    ],
    ['fork', 403, 1, /a pull request from a fork has a token that may only read/],
    ['fork that is gone', 404, 1, /GitHub answered 404: .*a fork/],
    ['pull_request', 429, 3, /GitHub answered 429/],
    ['pull_request', 502, 3, /GitHub answered 502/],
  ] as const)('comment: %s, %d', async (event, status, asked, reason) => {
    const { code, notices, github, outputs } = await delivered(
      { comment: 'true' },
      { trouble: { comments: [status] }, event },
    );
    expect([code, outputs['verdict'], github.asked.length]).toEqual([1, 'failed', asked]);
    expect(notices).toEqual([expect.stringMatching(reason)]);
  });

  // 403 is a private repository without code scanning; after a 503 it may have arrived.
  test.each([
    [403, 1, /GitHub answered 403: .*; code scanning must be enabled/],
    [404, 1, /GitHub answered 404/],
    [503, 1, /GitHub answered 503/],
    [429, 3, /GitHub answered 429/],
  ])('upload: %d', async (status, asked, reason) => {
    const { code, notices, github } = await delivered({ upload: 'true' }, { trouble: { sarifs: [status] } });
    expect([code, github.asked.length]).toEqual([1, asked]);
    expect(notices).toEqual([expect.stringMatching(reason)]);
  });

  test('where it passes it still passes', async () => {
    const { code, notices } = await delivered(
      { comment: 'true', upload: 'true' },
      { files: clean, trouble: { comments: [403], sarifs: [403] } },
    );
    expect(code).toBe(0);
    expect(notices).toHaveLength(2);
  });
});

test('GitHub is busy for a moment', async () => {
  const { github, notices } = await delivered(
    { comment: 'true', upload: 'true' },
    { trouble: { comments: [429, 429, 200], sarifs: [429, 200] } },
  );
  expect(notices).toEqual([]);
  expect(github.comments).toHaveLength(1);
});

test.each([
  ['no token', { token: '' }, /the input token is empty/],
  ['a token that is none', { token: 'old' }, /GitHub answered 401: Bad credentials/],
])('%s', async (_, inputs, reason) => {
  const { code, notices } = await delivered({ comment: 'true', ...inputs });
  expect(code).toBe(1);
  expect(notices).toEqual([expect.stringMatching(reason)]);
});

test('nobody answers', async () => {
  const { code, log } = await runAction(
    { token: 't0ken', comment: 'true' },
    { files: repository, event: 'pull_request', env: { GITHUB_API_URL: 'http://127.0.0.1:1' } },
  );
  expect(code).toBe(0);
  expect(log).toMatch(/^::notice title=plumbline::no comment: GitHub did not answer: /m);
});

test('the token goes nowhere but to GitHub: not into the log, the outputs, the summary', async () => {
  const { log, outputs, summary } = await delivered(
    { comment: 'true', upload: 'true' },
    { trouble: { comments: [403] } },
  );
  expect(`${log}${JSON.stringify(outputs)}${summary}`).not.toContain('t0ken');
});
