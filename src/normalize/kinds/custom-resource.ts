import type { Declaration } from '../../model/declaration.ts';
import type { Context } from '../context.ts';
import { fromCustomResource } from '../custom-resource.ts';
import type { Rewritten } from './rewrite.ts';

/**
 * A custom resource whose API call is known is what the call makes, under its own key, so that who points at the one
 * points at the other. What any other one makes is not in view, and opens its stack.
 */
export function customResource(declaration: Declaration, context: Context): Rewritten {
  const { made, opening } = fromCustomResource(declaration, context) ?? {};
  return {
    declarations: [made ? { ...declaration, ...made } : declaration],
    ...(opening ? { openings: [opening] } : {}),
  };
}
