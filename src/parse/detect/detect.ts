import type { SourceFile } from '../../model/source.ts';
import { field } from '../../syntax/field.ts';
import type { Document, Node, SyntaxProblem } from '../../syntax/node.ts';
import { looksLikeCloudFormation } from '../cloudformation/looks-like.ts';
import { policyHint, policyKind } from '../policy-document/kind.ts';
import { isFragment } from './fragment.ts';
import { nameHint, pulumiReason, rendersTo, stateReason } from './name.ts';
import {
  isClearlyTemplate,
  isPulumi,
  isTerraformLog,
  isTerraformPlan,
  isTerraformState,
  opensLikeTemplate,
} from './text.ts';

export type Tree = Extract<Document, { ok: true }>;

/** What a text is. */
export type Detection =
  | { readonly kind: 'template'; readonly document: Tree }
  /** The manifest of a CDK assembly. */
  | { readonly kind: 'assembly'; readonly document: Tree }
  | { readonly kind: 'organization-policy'; readonly document: Tree; readonly type: string }
  /** What `terraform show -json` prints of a plan; too large to be read as a tree. */
  | { readonly kind: 'terraform-plan' }
  /** Recognised, and not evaluated: `reason` says why. */
  | { readonly kind: 'skipped'; readonly format: string; readonly reason: string }
  /** Certainly infrastructure, and it cannot be read. */
  | { readonly kind: 'failed'; readonly format: string; readonly problems: readonly SyntaxProblem[] }
  /** Not a tree at all, and nothing says that it should be infrastructure. */
  | { readonly kind: 'unparsed'; readonly problems: readonly SyntaxProblem[] }
  | { readonly kind: 'other' };

/** Decides by content what a text is; the name only breaks ties. `read` makes the tree. */
export function detect(file: SourceFile, read: (file: SourceFile) => Document): Detection {
  const { path, text } = file;
  const skipped = detectByText(text);
  if (skipped) return skipped;
  const clear = isClear(path, text);
  if (clear && rendersTo(path) !== undefined) return { kind: 'skipped', ...unrendered };
  const document = read(file);
  if (!document.ok) return detectBroken(file, document.problems, clear);
  const found = detectTree(document);
  return found ?? (clear && document.root.kind !== 'map' ? onlyText : { kind: 'other' });
}

function detectBroken(file: SourceFile, problems: readonly SyntaxProblem[], clear: boolean): Detection {
  if (clear && rendering.test(file.text)) return { kind: 'skipped', ...unrendered };
  const format = clear ? 'cloudformation' : policyFormat(file);
  return format ? { kind: 'failed', format, problems } : { kind: 'unparsed', problems };
}

/** A line of Jinja that holds a statement, as in the templates of cookiecutter. */
const rendering = /^[ \t]*\{%.*%\}[ \t]*\r?$/m;

/** A template that lost its beginning may still be a text, or a list, in YAML. */
const onlyText: Detection = {
  kind: 'failed',
  format: 'cloudformation',
  problems: [
    {
      message: 'It holds a template, and is no map',
      region: { line: 1, column: 1, endLine: 1, endColumn: 1 },
    },
  ],
};

const unrendered = {
  format: 'cloudformation',
  reason: 'it has to be rendered before it is a template; scan what is rendered',
};

function detectByText(text: string): Detection | undefined {
  if (isTerraformLog(text)) {
    const reason =
      'the log of `terraform plan -json` is not the plan; save the plan and use `terraform show -json FILE`';
    return { kind: 'skipped', format: 'terraform-log', reason };
  }
  if (isTerraformPlan(text)) return { kind: 'terraform-plan' };
  if (isTerraformState(text)) return { kind: 'skipped', format: 'terraform-state', reason: stateReason };
  if (!isPulumi(text)) return undefined;
  return { kind: 'skipped', format: 'pulumi', reason: pulumiReason };
}

/** A document of unknown extension (notes, a snapshot) may quote a template; one that opens like a template is one. */
function isClear(path: string, text: string): boolean {
  const name = rendersTo(path) ?? path;
  return opensLikeTemplate(text) || (nameHint(name).kind === 'likely' && isClearlyTemplate(text));
}

function policyFormat({ path, text }: SourceFile): string | undefined {
  const isPolicy = /"Statement"\s*:/.test(text) && /"Effect"\s*:/.test(text) && /\.json$/i.test(path);
  const hint = policyHint(path);
  return isPolicy && (hint === 'scp' || hint === 'rcp') ? 'organization-policy' : undefined;
}

function detectTree(document: Tree): Detection | undefined {
  const { root, file } = document;
  if (isAssemblyManifest(root)) return { kind: 'assembly', document };
  if (looksLikeCloudFormation(root) && (nameHint(file.path).kind === 'likely' || hasOnlySections(root)))
    return { kind: 'template', document };
  const policy = policyKind(root, file.path);
  if (policy?.kind === 'organization') return { kind: 'organization-policy', document, type: policy.type };
  if (policy) return { kind: 'skipped', format: 'policy-document', reason: policy.reason };
  const described = descriptions.find(({ fits }) => fits(root, file.path));
  return described && { kind: 'skipped', format: described.format, reason: described.reason };
}

/** What a file that is not called like a template must be to be one: notes that quote a template have other keys. */
const hasOnlySections = (root: Node): boolean =>
  root.kind === 'map' && root.entries.every(({ key }) => templateSections.has(key));

const templateSections: ReadonlySet<string> = new Set([
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Globals',
  'Hooks',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  'Rules',
  'Transform',
]);

/** `cdk.out/manifest.json`: `{ "version": "…", "artifacts": { … } }`. */
function isAssemblyManifest(root: Node): boolean {
  return field(root, 'version')?.kind === 'scalar' && field(root, 'artifacts')?.kind === 'map';
}

const descriptions: readonly {
  format: string;
  reason: string;
  fits: (root: Node, path: string) => boolean;
}[] = [
  {
    format: 'cloudformation-parameters',
    reason: 'parameter values of a template, used only when given with --cfn-parameters',
    fits: isParameterFile,
  },
  {
    format: 'serverless',
    reason:
      'a Serverless Framework file is not read; run `serverless package` and scan the template it writes',
    fits: root => field(root, 'service') !== undefined && field(root, 'provider') !== undefined,
  },
  {
    format: 'cloudformation-fragment',
    reason: 'resources that stand in no Resources section are read only where a template includes them',
    fits: (root, path) => nameHint(path).kind === 'likely' && isFragment(root),
  },
];

/**
 * The three spellings: the CLI's list of `ParameterKey` and `ParameterValue`, CodePipeline's template
 * configuration (`Parameters` of plain values), and Git sync's deployment file.
 */
function isParameterFile(root: Node): boolean {
  if (root.kind === 'list') {
    return root.items.length > 0 && root.items.every(item => field(item, 'ParameterKey') !== undefined);
  }
  if (field(root, 'template-file-path') !== undefined) return true;
  const parameters = field(root, 'Parameters');
  if (parameters?.kind !== 'map' || root.kind !== 'map') return false;
  const known = root.entries.every(({ key }) => ['Parameters', 'Tags', 'StackPolicy'].includes(key));
  return known && parameters.entries.every(({ value }) => value.kind === 'scalar');
}
