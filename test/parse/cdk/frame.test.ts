import { expect, test } from 'vitest';

import { readFrame } from '../../../src/parse/cdk/frame.ts';

test.for([
  ['new Rag (/app/lib/rag-stack.ts:21:5)', { path: '/app/lib/rag-stack.ts', line: 21, column: 5 }],
  ['at new Rag (/app/lib/rag-stack.ts:21:5)', { path: '/app/lib/rag-stack.ts', line: 21, column: 5 }],
  ['new Rag (file:///app/lib/rag.ts:21:5)', { path: '/app/lib/rag.ts', line: 21, column: 5 }],
  ['file:///app/bin/app.ts:11 (:)', { path: '/app/bin/app.ts', line: 11 }],
  ['/app/bin/app.ts:11:1', { path: '/app/bin/app.ts', line: 11, column: 1 }],
  ['async file:///app/bin/app.ts:3:9', { path: '/app/bin/app.ts', line: 3, column: 9 }],
  ['new Rag (C:\\dev\\app\\lib\\rag.ts:2:7)', { path: 'C:/dev/app/lib/rag.ts', line: 2, column: 7 }],
  ['new Rag (file:///C:/dev/my%20app/rag.ts:2:7)', { path: '/C:/dev/my app/rag.ts', line: 2, column: 7 }],
  [
    'Object.<anonymous> (/app/My (old) App/rag.ts:2:7)',
    { path: '/app/My (old) App/rag.ts', line: 2, column: 7 },
  ],
  ['new Rag (/app/100%/rag.ts:2:7)', { path: '/app/100%/rag.ts', line: 2, column: 7 }],
  ['...new Bucket2 in aws-cdk-lib...', undefined],
  ['...node internals...', undefined],
  ['(no user code in 10 frames, use --stack-trace-limit to capture more)', undefined],
  ['new Bucket2 (/app/node_modules/aws-cdk-lib/aws-s3/lib/bucket.js:1:27476)', undefined],
  ['ModuleJob.run (node:internal/modules/esm/module_job:561:25)', undefined],
  ['Kernel._Kernel_create (/private/var/folders/x/program.js:1:61273)', undefined],
  ['new Rag (/app/lib/rag.ts)', undefined],
  ['', undefined],
] as const)('%s', ([text, frame]) => {
  expect(readFrame(text)).toEqual(frame);
});

test('a frame without end is no work', () => {
  expect(readFrame(`new Rag (${'/a ('.repeat(100_000)}`)).toBeUndefined();
});
