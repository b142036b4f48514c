import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FactTable } from '../model/facts.ts';
import { freeze } from './freeze.ts';
import { isData } from './parameter-type.ts';

/** The fact tables of `folder` (the package's `facts/`), by name: `<name>.json`. */
export function loadFacts(folder: string): Readonly<Record<string, FactTable>> {
  const files = readdirSync(folder).filter(file => file.endsWith('.json'));
  return Object.fromEntries(
    files.toSorted().map(file => [file.slice(0, -'.json'.length), tableOf(join(folder, file))]),
  );
}

function tableOf(path: string): FactTable {
  const table: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isTable(table)) throw new Error(`${path} is no table of facts. Install again.`);
  return freeze(table);
}

function isTable(table: unknown): table is FactTable {
  if (!isObject(table)) return false;
  const { source, description, key, value, rows } = table;
  return (
    Array.isArray(source) &&
    typeof description === 'string' &&
    typeof key === 'string' &&
    (typeof value === 'string' || isObject(value)) &&
    isObject(rows) &&
    isData(rows)
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
