import type { Declaration } from '../../../model/declaration.ts';
import { regionOf } from '../../../model/source.ts';
import { unknown } from '../../../model/value.ts';
import type { Context } from '../../context.ts';
import type { Kind } from '../kind.ts';
import { noProperty, ofProvider } from '../reasons.ts';
import type { Rewritten } from '../rewrite.ts';

/** A stack that Terraform deploys: what its template makes is not read, and may be anything. Nested stacks are read with theirs. */
export const stack: Kind = {
  type: 'AWS::CloudFormation::Stack',
  cloudformation: ofTerraform,
  terraform: {
    aws_cloudformation_stack: {
      leftOut: {
        capabilities: noProperty,
        disable_rollback: ofProvider,
        iam_role_arn: noProperty,
        name: noProperty,
        on_failure: ofProvider,
        policy_body: noProperty,
        policy_url: noProperty,
        template_body: noProperty,
      },
    },
    aws_serverlessapplicationrepository_cloudformation_stack: {
      leftOut: {
        application_id: noProperty,
        capabilities: noProperty,
        name: noProperty,
        semantic_version: noProperty,
      },
    },
  },
};

function ofTerraform(declaration: Declaration, { report }: Context): Rewritten {
  const { format, name, at } = declaration;
  if (format !== 'terraform') return { declarations: [declaration] };
  const what = `The template that the stack ${name} deploys is not read`;
  report({
    cause: 'out-of-view',
    message: `${what}.`,
    path: at.file.path,
    region: regionOf(at),
    effect: 'The resources in it are not assessed.',
    hint: 'Scan that template as a file of its own.',
  });
  const because = unknown(
    'out-of-view',
    [{ what: `${what.toLowerCase().charAt(0)}${what.slice(1)}`, at }],
    at,
  );
  return { declarations: [declaration], openings: [{ types: 'all', because }] };
}
