import { expect, test } from 'vitest';

import { expressionFiles, expressionPrelude, expressions } from './expressions.ts';
import { valueOf } from './read.ts';

test.each(expressions)('%s', (expression, value) => {
  const context = {
    readText: (path: string) => expressionFiles[path],
    listFiles: () => Object.keys(expressionFiles),
    workspace: 'default',
  };
  expect(valueOf(expression, expressionPrelude, context)).toEqual(value);
});
