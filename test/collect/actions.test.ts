import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { packageFolder } from '../../src/catalog/package-folder.ts';
import { loadServices } from '../../src/collect/load-services.ts';

/*
 * The policy of the scan role is made of the actions that the tables name, and a call of any other operation is refused
 * before it is sent: a table names every operation that it calls, and none that it does not.
 */

const folder = join(packageFolder, 'src/collect/services');
const files = readdirSync(folder).filter(name => name !== 'index.ts');
const source = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** The operations that a file calls, those of the files beside it that it is made of included. */
function operations(name: string): readonly string[] {
  const text = source(name);
  const body = text.slice(text.lastIndexOf("from '"));
  const called = [...body.matchAll(/new (\w+)Command\(|paginate(\w+)\(/g)].map(
    ([, one, all]) => one ?? all ?? '',
  );
  const parts = [...text.matchAll(/from '\.\/([\w-]+\.ts)'/g)].flatMap(([, file = '']) => operations(file));
  return [...new Set([...called, ...parts])].toSorted();
}

const services = await loadServices([]);

const tables = files.flatMap(file => {
  const [, name] = /\n {2}name: '([\w-]+)',\n {2}scope:/.exec(source(file)) ?? [];
  return name === undefined ? [] : [{ file, name }];
});

test.each(tables)('$file names what it calls', ({ file, name }) => {
  const named = services
    .filter(service => service.name === name)
    .flatMap(({ actions }) => Object.keys(actions));
  const written = [
    ...source(file).matchAll(/^ {4}(\w+):\s+\[?'[\w-]+:\w+'|actions: \{ (\w+):|', (\w+): '/gm),
  ];
  const own = written.flatMap(([, ...names]) => names.filter(one => one !== undefined));
  expect((named.length > 0 ? named : own).toSorted()).toEqual(operations(file));
});

test('no action writes, and none reads what is kept for others', () => {
  const actions = services.flatMap(service => Object.values(service.actions).flat());
  expect(actions.filter(action => !/:(?:BatchGet|Describe|Get|List|View)/.test(action))).toEqual([]);
  expect(
    actions.filter(action =>
      /:(?:GetObject|GetSecretValue|GetParameter|GetLogEvents|BatchGetSecret)/.test(action),
    ),
  ).toEqual([]);
});

test('kinds have a name of their own, and belong to one service', () => {
  const owners = new Map<string, string>();
  const twice = services.flatMap(({ name, kinds }) =>
    [...new Set(kinds)].filter(kind => {
      const owner = owners.get(kind);
      owners.set(kind, name);
      return owner !== undefined;
    }),
  );
  expect(twice).toEqual([]);
});
