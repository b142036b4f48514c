import { openSnapshot } from '../src/collect/snapshot/read.ts';
import { unitKey } from '../src/collect/snapshot/record.ts';
import { createSnapshot } from '../src/collect/snapshot/write.ts';

/*
 * A snapshot of as many accounts as one likes, made of one of a few: `node bench/many-accounts.ts SMALL LARGE 500`. Its
 * accounts are those of the small one again and again, under other ids. With `scan LARGE` it shows what a scan takes.
 */

const [small = '', large = '', wanted = '500'] = process.argv.slice(2);
const { header, rows, read } = openSnapshot(small);
const inScope = header.accounts.filter(({ skipped }) => skipped === undefined);
const caller = inScope.filter(({ id }) => header.caller.includes(`:${id}:`)).map(({ id }) => id);
const copied = inScope.filter(({ id }) => !caller.includes(id));
const copies = Math.ceil((Number(wanted) - caller.length) / copied.length);
const ids = copied.map(({ id }) => id);

const renumbered = <T>(value: T, copy: number): T =>
  copy === 0
    ? value
    : JSON.parse(
        JSON.stringify(value).replaceAll(new RegExp(ids.join('|'), 'g'), id =>
          String(3 * 10 ** 11 + copy * 10 ** 6 + ids.indexOf(id)),
        ),
      );

const every = Array.from({ length: copies }, (_, copy) => copy);
const writer = createSnapshot(
  large,
  { ...header, accounts: every.flatMap(copy => renumbered(copy === 0 ? header.accounts : copied, copy)) },
  record => record,
);
for (const copy of every)
  for (const row of rows.values()) {
    if (copy > 0 && !ids.includes(row.account)) continue;
    const unit = writer.unit();
    const { observations, gaps } = read([unitKey(row)]);
    for (const one of observations) unit.add({ type: 'observation', ...renumbered(one, copy) });
    for (const one of gaps) unit.add({ type: 'gap', ...renumbered(one, copy) });
    unit.end(renumbered({ ...row, started: header.started, ended: header.started }, copy));
  }
writer.end('finished');
writer.close();
