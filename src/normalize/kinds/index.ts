import type { Declaration } from '../../model/declaration.ts';
import type { Context } from '../context.ts';
import { stackSet } from './stack-set.ts';

/** What a declaration stands for: itself, several resources, or one of another type. */
export type Rewriter = (declaration: Declaration, context: Context) => readonly Declaration[];

/** The types that need more than their schema, one file each. */
const rewriters: Readonly<Record<string, Rewriter>> = {
  'AWS::CloudFormation::StackSet': stackSet,
};

export function rewriterOf(type: string): Rewriter | undefined {
  return Object.hasOwn(rewriters, type) ? rewriters[type] : undefined;
}
