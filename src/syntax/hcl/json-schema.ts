/** How the texts of an argument are read: as templates, as they are, or as names and types that HCL writes without quotes. */
export type TextForm = 'template' | 'literal' | 'code';

/** A block in Terraform's JSON, where nothing but its name tells it from an argument. */
export interface JsonBlock {
  /** How many labels it has, each a level of keys. */
  readonly labels: number;
  readonly content: JsonContent;
}

export interface JsonContent {
  readonly blocks: Readonly<Record<string, JsonBlock>>;
  /** The arguments whose texts are not templates. */
  readonly forms: Readonly<Record<string, TextForm>>;
}

type Blocks = JsonContent['blocks'];
type Forms = JsonContent['forms'];

const block = (labels: number, blocks: Blocks = {}, forms: Forms = {}): JsonBlock => ({
  labels,
  content: { blocks, forms },
});

const dynamicBlocks: Record<string, JsonBlock> = {};
const dynamic = block(1, { content: block(0, dynamicBlocks) }, { iterator: 'code' });
// The content of a dynamic block may have dynamic blocks.
dynamicBlocks['dynamic'] = dynamic;

const lifecycle = block(
  0,
  {
    precondition: block(0),
    postcondition: block(0),
    action_trigger: block(0, {}, { actions: 'code', events: 'code' }),
  },
  { ignore_changes: 'code', replace_triggered_by: 'code' },
);

const resource = (labels: number): JsonBlock =>
  block(
    labels,
    { dynamic, lifecycle, connection: block(0), provisioner: block(1, { connection: block(0) }) },
    { provider: 'code', depends_on: 'code' },
  );

const provider = block(1, {
  dynamic,
  assume_role: block(0),
  assume_role_with_web_identity: block(0),
  default_tags: block(0),
  endpoints: block(0),
  ignore_tags: block(0),
});

const terraform = block(0, {
  backend: block(1),
  cloud: block(0, { workspaces: block(0) }),
  provider_meta: block(1),
  required_providers: block(0),
});

/**
 * The blocks that Terraform itself knows. Those of a resource's own schema cannot be told from arguments here: they
 * are arguments with an object, or a list of objects.
 */
export const configuration: JsonContent = {
  forms: {},
  blocks: {
    action: resource(2),
    check: block(1, { data: resource(2), assert: block(0) }),
    data: resource(2),
    ephemeral: resource(2),
    import: block(0, {}, { to: 'code', provider: 'code' }),
    locals: block(0),
    module: block(1, {}, { providers: 'code', depends_on: 'code', source: 'literal', version: 'literal' }),
    moved: block(0, {}, { from: 'code', to: 'code' }),
    output: block(1, { precondition: block(0) }, { depends_on: 'code' }),
    provider,
    removed: block(0, { lifecycle: block(0), provisioner: block(1) }, { from: 'code' }),
    resource: resource(2),
    terraform,
    variable: block(
      1,
      { validation: block(0) },
      { type: 'code', default: 'literal', description: 'literal' },
    ),
  },
};
