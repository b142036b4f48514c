import type { ParameterValue } from '../../model/rule.ts';

/** JSON on one line, with a space after each comma of a list, where a browser may break it. */
export const flowJson = (value: ParameterValue): string =>
  isList(value) ? `[${value.map(flowJson).join(', ')}]` : JSON.stringify(value);

const isList = (value: ParameterValue): value is readonly ParameterValue[] => Array.isArray(value);
