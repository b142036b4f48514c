import { scalarText } from '../cloudformation/text.ts';
import { managedPolicy, property, type Sam } from './made.ts';
import { makeRole } from './role.ts';

/** The logical id of the role with which CodeDeploy shifts traffic for all functions of a template. */
export const deploymentRole = 'CodeDeployServiceRole';

/** What shifts traffic to a new version: an application and deployment group of CodeDeploy, and one role for all. */
export function makeDeployment(sam: Sam): void {
  const preference = property(sam, 'DeploymentPreference');
  if (preference.kind === 'absent') return;
  const settings = preference.kind === 'dict' ? preference.entries : new Map<string, never>();
  const enabled = settings.get('Enabled');
  if (enabled?.kind === 'known' && scalarText(enabled).toLowerCase() === 'false') return;
  sam.open(['AWS::CodeDeploy::Application', 'AWS::CodeDeploy::DeploymentGroup'], 'gradual deployments');
  if (settings.has('Role')) return;
  const policy = managedPolicy('service-role/AWSCodeDeployRoleForLambda', sam);
  makeRole(sam, {
    id: deploymentRole,
    service: 'codedeploy.amazonaws.com',
    exists: sam.exists,
    policies: { managed: [policy], inline: [] },
    boundary: { kind: 'absent' },
  });
}
