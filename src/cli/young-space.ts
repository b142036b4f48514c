import { setFlagsFromString } from 'node:v8';

/**
 * What names a snapshot reads or writes one account after the other, of which little is kept: in a small young space that
 * takes less memory and less time. V8 makes it large while the program is still being loaded, so this comes first; a
 * snapshot of another name is assessed all the same.
 */
export function keepYoungSpaceSmall(args: readonly string[]): void {
  if (args.some(arg => arg.endsWith('.plumb'))) setFlagsFromString('--semi-space-growth-factor=1');
}
