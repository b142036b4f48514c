/*
 * The stub provider makes up what a data source gives. These are the documents of `aws_iam_policy_document` from the
 * blocks that Terraform evaluated, as the provider prints them.
 */

interface Instance {
  readonly address: string;
  readonly values: Record<string, unknown>;
}

interface Change {
  readonly address: string;
  readonly index?: string | number;
  readonly change: { readonly after: Record<string, unknown> | null };
}

interface Configured {
  readonly address: string;
  readonly expressions?: Record<string, { readonly references?: readonly string[] }>;
}

export interface WholePlan {
  readonly resource_changes: readonly Change[];
  readonly prior_state?: {
    readonly values?: { readonly root_module?: { readonly resources?: readonly Instance[] } };
  };
  readonly configuration: { readonly root_module: { readonly resources?: readonly Configured[] } };
}

/** The plan with policy documents where the stub made them up. */
export function withDocuments(plan: WholePlan): WholePlan {
  const instances = plan.prior_state?.values?.root_module?.resources ?? [];
  const documents = new Map(instances.filter(isDocument).map(one => [one.address, textOf(one.values)]));
  const changes = plan.resource_changes.map(change => withText(change, plan, documents));
  return { ...plan, resource_changes: changes };
}

const isDocument = ({ address }: Instance): boolean => address.startsWith('data.aws_iam_policy_document.');

function withText(
  change: Change,
  { configuration }: WholePlan,
  documents: ReadonlyMap<string, string>,
): Change {
  const { after } = change.change;
  if (!after) return change;
  const configured = configuration.root_module.resources?.find(
    ({ address }) => address === change.address.replace(/\[[^\]]*\]$/, ''),
  );
  const filled = Object.entries(after).map(([name, value]) => {
    if (typeof value !== 'string' || !/^made-up-(?:minified_)?json$/.test(value)) return [name, value];
    const [first = ''] = configured?.expressions?.[name]?.references ?? [];
    const written = first.replace(/\.(?:minified_)?json$/, '');
    return [
      name,
      documents.get(written) ?? documents.get(`${written}[${JSON.stringify(change.index)}]`) ?? value,
    ];
  });
  return { ...change, change: { ...change.change, after: Object.fromEntries(filled) } };
}

function textOf(values: Record<string, unknown>): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: blocks(values['statement']).map(statement) });
}

function statement(block: Record<string, unknown>): object {
  const conditions = blocks(block['condition']).map(one => [
    String(one['test']),
    { [String(one['variable'])]: one['values'] },
  ]);
  const principals = blocks(block['principals']).map(one => [String(one['type']), one['identifiers']]);
  const everyone = principals.some(([type]) => type === '*');
  return {
    ...(block['sid'] ? { Sid: block['sid'] } : {}),
    Effect: block['effect'] ?? 'Allow',
    Action: block['actions'],
    ...(block['resources'] ? { Resource: block['resources'] } : {}),
    ...(principals.length > 0 && { Principal: everyone ? '*' : Object.fromEntries(principals) }),
    ...(conditions.length > 0 && { Condition: Object.fromEntries(conditions) }),
  };
}

const blocks = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value : []);
