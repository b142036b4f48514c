import picomatch from 'picomatch';

import type { Stack } from '../model/declaration.ts';
import type { Problem } from '../model/problem.ts';
import type { Input } from '../model/report.ts';
import type { SourceFile } from '../model/source.ts';
import { parseLone } from '../parse/cloudformation/lone.ts';
import { parseCloudFormation } from '../parse/cloudformation/parse.ts';
import type { GivenParameter, Lone, Template } from '../parse/cloudformation/template.ts';
import type { Tree } from '../parse/detect/detect.ts';
import { parsePolicyDocuments } from '../parse/policy-document/parse.ts';
import type { Deployments } from './deployments.ts';
import type { FoundInputs } from './inputs/find.ts';
import { textNow } from './inputs/reader.ts';
import { placementFor } from './placement.ts';
import type { TerraformOutcome } from './terraform.ts';

/** The declarations of all inputs, and what became of each file. */
export interface ParsedInputs {
  readonly stacks: readonly Stack[];
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** Takes templates that need no other one as soon as they are read; for `findInputs`. */
export function parserOfLone(request: Deployments): (tree: Tree) => Lone | undefined {
  const readText = textNow(request.root);
  return tree => parseLone(templateOf(tree, request), { readText });
}

/** Parses what was found: all templates as one, since they may nest, import from and name each other. */
export function parseInputs(
  found: FoundInputs,
  request: Deployments,
  terraform: TerraformOutcome = noTerraform,
): ParsedInputs {
  const { assemblies } = found;
  const templates = [
    ...found.templates.map(template => ('root' in template ? templateOf(template, request) : template)),
    ...assemblies.flatMap(assembly => assembly.templates.map(template => placed(template, request))),
  ];
  const included = new Set<string>();
  const { stacks, problems } = parseCloudFormation(templates, {
    readText: reader(request.root, found, included),
    nestedTemplate: (template, id) => assemblies.map(one => one.nestedTemplate(template, id)).find(Boolean),
  });
  const traced = [
    ...terraform.stacks,
    ...stacks.map(stack => assemblies.reduce((one, { trace }) => trace(one), stack)),
    ...parsePolicyDocuments(found.policies),
  ];
  return {
    stacks: traced,
    problems: [...problems, ...terraform.problems],
    files: filesOf(found, traced),
    inputs: counted(used(found.inputs, included).map(terraform.settle), traced, terraform.plans),
  };
}

const noTerraform: TerraformOutcome = {
  stacks: [],
  plans: new Map(),
  problems: [],
  settle: input => input,
};

/** What the manifest of a CDK app says of its stacks comes before what the run says of everything. */
function placed(template: Template, request: Deployments): Template {
  const { path } = template.file;
  return {
    ...template,
    placement: { ...placementFor(path, request), ...template.placement },
    parameters: new Map([...parametersFor(path, request), ...(template.parameters ?? [])]),
  };
}

/** The files that findings may point at. */
function filesOf(found: FoundInputs, stacks: readonly Stack[]): ReadonlyMap<string, SourceFile> {
  // Of a CDK app also the sources, and of policy documents the documents.
  const sources = stacks.flatMap(({ declarations }) => declarations.map(({ at }) => at.file));
  const templates = found.assemblies.flatMap(assembly => [
    ...assembly.templates.map(({ file }) => file),
    ...assembly.nested.values(),
  ]);
  const plans = found.plans.filter(({ text }) => text.length < longestPointedInto);
  return new Map(
    [...found.templates.map(({ file }) => file), ...templates, ...found.terraform, ...plans, ...sources].map(
      file => [file.path, file],
    ),
  );
}

/** Nobody opens a larger plan to see what stands in its one line. */
const longestPointedInto = 20_000_000;

function templateOf({ file, root }: Tree, request: Deployments): Template {
  const parameters = parametersFor(file.path, request);
  return { file, root, placement: placementFor(file.path, request), parameters };
}

function parametersFor(
  path: string,
  { templateParameters }: Deployments,
): ReadonlyMap<string, GivenParameter> {
  const matching = templateParameters.filter(
    ({ templates }) => templates === undefined || picomatch.isMatch(path, templates),
  );
  return new Map(matching.flatMap(({ values }) => Object.entries(values)));
}

/** Reads files beside the templates (includes, nested templates), never outside of the root of the run; notes which. */
function reader(
  root: string,
  found: FoundInputs,
  included: Set<string>,
): (path: string) => string | undefined {
  const nested = found.assemblies.flatMap(assembly => [...assembly.nested.values()]);
  const texts = new Map(
    [...found.templates.map(({ file }) => file), ...nested].map(file => [file.path, file.text]),
  );
  const read = textNow(root);
  return path => {
    included.add(path);
    return texts.get(path) ?? read(path);
  };
}

/** A part of a template is read where a template includes it. */
function used(inputs: FoundInputs['inputs'], included: ReadonlySet<string>): FoundInputs['inputs'] {
  return inputs.map(({ reason, ...input }) => {
    if (input.format === 'cloudformation-fragment' && included.has(input.path))
      return { ...input, status: 'parsed' as const };
    return reason === undefined ? input : { ...input, reason };
  });
}

/** Adds to each input how many resources it declares; those of a plan count for the plan, wherever they are written. */
function counted(
  inputs: FoundInputs['inputs'],
  stacks: readonly Stack[],
  plans: ReadonlyMap<string, Stack>,
): Input[] {
  const counts = new Map([...plans].map(([path, { declarations }]) => [path, declarations.length]));
  const planned = new Set(plans.values());
  for (const { declarations } of stacks.filter(stack => !planned.has(stack))) {
    for (const { at, generated } of declarations) {
      const { path } = (generated ?? at).file;
      counts.set(path, (counts.get(path) ?? 0) + 1);
    }
  }
  return inputs.map(input => ({ ...input, resources: counts.get(input.path) ?? 0 }));
}
