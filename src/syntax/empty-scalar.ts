import type { ScalarNode } from './node.ts';

/** Null without a text of its own. */
export const emptyScalar = (at: number): ScalarNode => ({
  kind: 'scalar',
  start: at,
  end: at,
  value: null,
  source: '',
  style: 'plain',
});
