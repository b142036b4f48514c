import type { FunctionTable, TermFunction } from './call-site.ts';
import { conversions } from './conversions.ts';
import { dates } from './dates.ts';
import { encodings } from './encoding.ts';
import { files } from './files.ts';
import { formats } from './format.ts';
import { hashes } from './hashes.ts';
import { impure } from './impure.ts';
import { lists } from './lists.ts';
import { maps } from './maps.ts';
import { network } from './network.ts';
import { numbers } from './numbers.ts';
import { regexes } from './regexes.ts';
import { sets } from './sets.ts';
import { strings } from './strings.ts';

const tables: readonly FunctionTable[] = [
  strings,
  formats,
  regexes,
  numbers,
  lists,
  maps,
  sets,
  encodings,
  hashes,
  dates,
  network,
  files,
  conversions,
  impure,
];

/** The functions of Terraform and OpenTofu by name; `try` and `can` look at expressions and are not among them. */
export const functions: ReadonlyMap<string, TermFunction> = new Map(
  tables.flatMap(table => Object.entries(table)),
);
