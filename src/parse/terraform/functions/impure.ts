import { lost } from '../terms/unknown.ts';
import type { FunctionTable, TermFunction } from './call-site.ts';

const other =
  (why: string): TermFunction =>
  (_, { name, at }) =>
    lost(`${name}(): ${why}`, at, { set: true });

/** Functions of which the result is another one each time, or needs what is not in view. */
export const impure: FunctionTable = {
  bcrypt: other('gives another text each time'),
  plantimestamp: other('is the time of the plan'),
  timestamp: other('is the time of the deployment'),
  uuid: other('gives another text each time'),
  rsadecrypt: other('needs a private key'),
  base64gzip: other('is compressed'),
  abspath: other('depends on where it runs'),
  pathexpand: other('depends on where it runs'),
};
