import { isCustomResource } from '../custom-resource.ts';
import { customResource } from './custom-resource.ts';
import type { Rewriter } from './rewrite.ts';
import { stackSet } from './stack-set.ts';

/** The types that need more than their schema, one file each. */
const rewriters: Readonly<Record<string, Rewriter>> = {
  'AWS::CloudFormation::StackSet': stackSet,
};

export function rewriterOf(type: string): Rewriter | undefined {
  if (isCustomResource(type)) return customResource;
  return Object.hasOwn(rewriters, type) ? rewriters[type] : undefined;
}
