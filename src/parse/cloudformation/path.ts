/** The path of a file that is named relative to another one; undefined for URLs and for what lies above the root of the run. */
export function besides(file: string, named: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/|^~|[\\\0]/i.test(named) || named === '') return undefined;
  const parts = file.split('/').slice(0, -1);
  for (const part of named.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') {
      parts.push(part);
    }
  }
  return parts.join('/');
}
