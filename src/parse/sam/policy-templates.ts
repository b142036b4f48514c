import type { Origin } from '../../model/source.ts';
import { absent, entry, type Dict, type Value } from '../../model/value.ts';
import { lazy } from '../cloudformation/memo.ts';
import { concat } from '../cloudformation/text.ts';
import { dict, text, type Sam } from './made.ts';
import { policyTemplateTexts } from './policy-template-texts.ts';

/** The policy document of a policy template of SAM, undefined when there is none of this name. */
export function policyTemplate(name: string, parameters: Dict, sam: Sam): Dict | undefined {
  const statements = templates().get(name);
  const at = parameters.at ?? sam.at;
  if (!statements) return undefined;
  const items = statements.map(statement => allow(statement, parameters, sam));
  return dict([['Statement', { kind: 'list', items, at }]], at);
}

interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: readonly string[];
}

const templates = lazy(() => {
  const found = new Map<string, Statement[]>();
  for (const template of policyTemplateTexts.trim().split(/\n(?=\S)/)) {
    const [name = '', ...statements] = template.split(/\s+allow\s+/);
    found.set(name.trim(), statements.map(readStatement));
  }
  return found;
});

function readStatement(statement: string): Statement {
  const [allowed = '', rest = ''] = statement.split(/\s+on\s+/);
  const [resources = '', condition = ''] = rest.split(/\s+if\s+/);
  const [service = '', ...actions] = words(allowed);
  return {
    actions: actions.map(action => `${service}${action}`),
    resources: words(resources),
    condition: condition === '' ? [] : condition.trim().split(/\s+=\s+/),
  };
}

const words = (line: string): string[] => line.trim().split(/\s+/);

function allow({ actions, resources, condition }: Statement, parameters: Dict, sam: Sam): Dict {
  const at = parameters.at ?? sam.at;
  const made = resources.map(resource => filled(resource, parameters, sam));
  const [only] = made;
  const [key, value] = condition;
  const items = actions.map(action => text(action, at));
  const test = key !== undefined && value !== undefined ? filled(value, parameters, sam) : absent;
  const equals =
    test.kind === 'absent' ? absent : dict([['StringEquals', dict([[key ?? '', test]], at)]], at);
  return dict(
    [
      ['Effect', text('Allow', at)],
      ['Action', { kind: 'list', items, at }],
      ['Resource', made.length === 1 && only ? only : { kind: 'list', items: made, at }],
      ['Condition', equals],
    ],
    at,
  );
}

/** Puts the partition, region, account and parameters into a resource of a template. */
function filled(resource: string, parameters: Dict, sam: Sam): Value {
  const at: Origin = parameters.at ?? sam.at;
  if (resource === '*') return text('*', at);
  const pseudo = (name: string): Value => sam.instance.pseudo(name) ?? absent;
  const parts = resource.split(/(@|\{\w+\})/).map(part => {
    if (part === '@') return concat([pseudo('AWS::Region'), ':', pseudo('AWS::AccountId')], at);
    return part.startsWith('{') ? entry(parameters, part.slice(1, -1)) : part;
  });
  const arn = resource.startsWith('{') ? parts : ['arn:', pseudo('AWS::Partition'), ':', ...parts];
  return concat(arn, at);
}
