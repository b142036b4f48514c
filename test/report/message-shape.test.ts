import { expect, test } from 'vitest';

import { messageShape } from '../../src/report/text/message-shape.ts';

test.each([
  ['nothing to fill in', 'nothing to fill in'],
  [
    'Agent {{ r.AgentName }} exceeds {{params.maxIdleSeconds}} s.',
    'Agent `AgentName` exceeds `maxIdleSeconds` s.',
  ],
  ['of {{ r.?A.?B.orValue("") }}', 'of `A.B`'],
  ['node {{ node.Name }} of {{ r }}', 'node `node.Name` of `r`'],
  ['to {{ destinations.filter(d, !(d in params.approved)).sort() }}', 'to `destinations`'],
  ['in {{ facts.table[?id].?end.orValue({})[?r.region] }}', 'in `facts.table`'],
  ['{{ size(r.List) }} of {{ [r.A, r.B].join(", ") }}', '… of …'],
  [
    "on {{ has(s.NotResource) ? 'all but ' : '' }}{{ has(s.NotResource) ? s.notResources : s.resources }}",
    'on `s.resources`',
  ],
  ['{{ not closed', '{{ not closed'],
])('%s', (template, shape) => {
  expect(messageShape(template)).toBe(shape);
});
