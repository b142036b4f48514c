import type { Declaration } from '../../../model/declaration.ts';
import { regionOf } from '../../../model/source.ts';
import type { Context } from '../../context.ts';
import type { Kind } from '../kind.ts';
import type { Rewritten } from '../rewrite.ts';

/**
 * `AWS::CloudFormation::StackSet`: what it deploys is a template of its own, in other accounts and Regions. Nothing of
 * it is among the resources of this stack, and the user must know.
 */
export const stackSet: Kind = {
  type: 'AWS::CloudFormation::StackSet',
  cloudformation: outOfView,
  terraform: {
    aws_cloudformation_stack_set: {
      rename: {
        'auto_deployment.depends_on_stack_sets': 'DependsOn',
        name: 'StackSetName',
      },
      leftOut: { parameters: 'of the template, which is not read' },
    },
  },
};

function outOfView(declaration: Declaration, { report }: Context): Rewritten {
  const { name, at } = declaration;
  report({
    cause: 'out-of-view',
    message: `The template that the stack set ${name} deploys is not read.`,
    path: at.file.path,
    region: regionOf(at),
    effect: 'The resources in it are not assessed.',
    hint: 'Scan that template as a file of its own.',
  });
  return { declarations: [declaration] };
}
