import { collectExports } from './exports.ts';
import { prepare } from './run.ts';
import { stackOf } from './stack.ts';
import type { Context, Lone, Template } from './template.ts';

/**
 * Parses a template by itself, as soon as it is read, so that of a thousand trees only one is in memory at a time.
 * Nothing for one that nests, imports or includes, or that others may know by the name of its stack.
 */
export function parseLone(template: Template, context: Context): Lone | undefined {
  if (reaching.some(word => template.file.text.includes(word))) return undefined;
  const { roots, problems } = prepare([template], context);
  const [root] = roots;
  if (!root || root.instance.pseudo('AWS::StackName')?.kind === 'known') return undefined;
  const stack = stackOf(root);
  const own = problems();
  const values = collectExports(root.instance);
  return {
    file: template.file,
    stack,
    problems: own,
    exports: { values, problems: problems().slice(own.length) },
  };
}

/** What a template must write to speak of others. One that hides the word behind escapes finds none, and is unknown there. */
const reaching = [
  'ImportValue',
  'GetStackOutput',
  'AWS::CloudFormation::Stack',
  'AWS::Serverless::Application',
  'Transform',
];
