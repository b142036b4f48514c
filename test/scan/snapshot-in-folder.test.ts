import { expect, test } from 'vitest';

import { memberOf } from '../../src/collect/snapshot/member.ts';
import { folder } from './inputs/folder.ts';
import { scanFolder } from './scan-folder.ts';

test('a snapshot in a folder that is scanned is not silently left out', async () => {
  const template = 'Resources:\n  Topic: { Type: AWS::SNS::Topic }\n';
  const report = await scanFolder(folder({ 'a.yaml': template, 'nightly.plumb': memberOf('{}') }));
  expect(report?.complete).toBe(false);
  expect(report?.inputs).toContainEqual({
    path: 'nightly.plumb',
    status: 'skipped',
    format: 'snapshot',
    reason: 'a snapshot is assessed when it is named: plumbline scan FILE',
    resources: 0,
  });
  expect(report?.problems).toContainEqual(
    expect.objectContaining({ path: 'nightly.plumb', cause: 'out-of-view' }),
  );
});
