import type { Problem } from '../../model/problem.ts';

/** What a failed file operation means, as the end of a sentence: `cannot be read: permission denied`. */
export function readFault(error: unknown): string {
  const code = codeOf(error);
  const reason = code && reasons[code];
  if (reason) return reason;
  // Anything that the file system did not say is a bug and must be seen as one.
  if (!code) throw error;
  return `cannot be read: ${code}`;
}

/** The system's error code: `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'cannot be read: permission denied',
  EPERM: 'cannot be read: permission denied',
  ELOOP: 'is a link that leads back to itself',
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EMFILE: 'cannot be read: too many files are open',
  ENFILE: 'cannot be read: too many files are open',
  ENAMETOOLONG: 'cannot be read: its name is too long',
};

/** A file or folder that the system does not let us read: what is in it may be in scope. */
export const unreadableAt = (path: string, reason: string): Problem => ({
  cause: 'access-denied',
  message: reason,
  path,
  effect: 'nothing is known about what is in it',
  hint: 'allow reading it, or leave it out with inputs.exclude',
  fatal: true,
});
