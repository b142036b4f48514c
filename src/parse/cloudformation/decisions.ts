import type { Value } from '../../model/value.ts';
import { spanOf } from '../../syntax/span.ts';
import type { Comparisons } from './comparisons.ts';
import { lost } from './compose.ts';
import { memo } from './memo.ts';
import { byCases, decide, type Arguments, type Decided } from './parameters.ts';
import { pseudoParameter } from './pseudo.ts';
import type { Placed, Run, Source } from './scope.ts';
import { scalarText } from './text.ts';

/** The values of the parameters and pseudo parameters of an instance, by name. */
export function decisionsOf(
  source: Source,
  run: Run,
  parameters: () => ReadonlyMap<string, Placed>,
  comparisons: () => Comparisons,
): (name: string) => Decided | undefined {
  const { given, advice, prefix } = source;
  const base: Arguments = { given, advice, prefix, report: run.report, compared: () => [] };
  const compared = (name: string): readonly string[] => {
    const texts = (comparisons().get(name) ?? []).map(operand =>
      'text' in operand ? operand.text : settled(decideBy(operand.ref, base)),
    );
    return [...new Set(texts.filter(text => text !== undefined))];
  };
  const decideBy = (name: string, arguments_: Arguments): Decided | undefined => {
    const placed = parameters().get(name);
    return placed ? decide(placed, arguments_) : pseudo(name, source, arguments_);
  };
  return memo(
    name => decideBy(name, { ...base, compared }),
    name => ({ value: cycle(name, source) }),
  );
}

function pseudo(
  name: string,
  { deployment, file, root, prefix }: Source,
  { compared }: Arguments,
): Decided | undefined {
  const value = pseudoParameter(name, deployment(), spanOf(file, root));
  if (value?.kind !== 'unknown') return value && { value };
  return byCases(value, compared(name), prefix + name, { what: name });
}

/** The text of a value that needs no choice. */
function settled(decided: Decided | undefined): string | undefined {
  return decided?.value.kind === 'known' ? scalarText(decided.value) : undefined;
}

function cycle(name: string, { file, root }: Source): Value {
  const at = spanOf(file, root);
  return lost(
    'unresolved-value',
    [{ what: `parameter ${name} depends on itself through nested stacks`, at }],
    at,
  );
}
