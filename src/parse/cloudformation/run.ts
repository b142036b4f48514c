import type { Placement } from '../../model/case.ts';
import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source.ts';
import type { Value } from '../../model/value.ts';
import { readDocument } from '../../syntax/read.ts';
import type { SamConfig, Setting } from '../sam/sam-config.ts';
import { lookBeside, type Beside, type Files } from './beside.ts';
import { collectExports, joinExports, stacksByName } from './exports.ts';
import { createInstance } from './instance.ts';
import { lazy, memo } from './memo.ts';
import { nest } from './nested.ts';
import { rootsOf, type Root } from './roots.ts';
import type { Deployment, Included, Run } from './scope.ts';
import type { Context, GivenParameter, Lone, Template } from './template.ts';

export interface Work {
  readonly roots: readonly Root[];
  /** Those of the templates parsed by themselves that no other one nests. */
  readonly standing: readonly Lone[];
  /** Without repetitions: a template that is nested twice says everything twice. */
  readonly problems: () => readonly Problem[];
}

/** The root stacks of the templates, with what they share. */
export function prepare(templates: readonly Template[], context: Context, lone: readonly Lone[] = []): Work {
  const problems = new Map<string, Problem>();
  const byPath = new Map(templates.map(template => [template.file.path, template]));
  const include = reader(context, problem => run.report(problem));
  const files: Files = { text: path => context.readText?.(path), tree: include };
  let roots: readonly Root[] = [];
  let standing = lone;
  const exported = lazy(() => {
    for (const { exports } of standing) exports.problems.forEach(problem => run.report(problem));
    const ofRoots = roots.map(({ instance }) => collectExports(instance));
    return joinExports([...ofRoots, ...standing.map(({ exports }) => exports.values)]);
  });
  const named = lazy(() => stacksByName(roots.map(({ instance }) => instance)));
  const run: Run = {
    report: problem => problems.set(JSON.stringify(problem), problem),
    // While the roots are being found nothing is known of exports yet.
    exported: name => (roots.length > 0 ? exported().get(name) : undefined),
    stackOutput: (stack, output) => (roots.length > 0 ? named().get(stack)?.output(output) : undefined),
    include,
    nestedTemplate: (template, logicalId) => context.nestedTemplate?.(template, logicalId),
    nest: (parent, resource) => nest(parent, resource, path => byPath.get(path) ?? include(path)),
    budget: { depth: maximumDepth, rounds: maximumRounds, stacks: 0 },
  };
  const found = rootsOf(templates, template => instanceOf(template, run, files));
  standing = lone.filter(({ file }) => !found.nested.has(file.path));
  for (const one of standing) one.problems.forEach(problem => run.report(problem));
  roots = found.roots;
  return { roots, standing, problems: () => [...problems.values()] };
}

/** Node recursion of a template that nests as deep as CloudFormation's own limits allow stays far below. */
const maximumDepth = 300;
/** Rounds of loops of one run, far above what templates of one repository make. */
const maximumRounds = 100_000;

function instanceOf(template: Template, run: Run, files: Files) {
  const { file, root, key = file.path, stackName, placement = {}, parameters } = template;
  const beside = lookBeside(template, files);
  return createInstance(
    {
      file,
      root,
      prefix: `${key}#`,
      deployment: lazy(() => deploymentOf(placement, stackName, beside.sam())),
      given: name =>
        givenValue(parameters?.get(name) ?? beside.parameters().get(name)) ?? configured(beside, name),
      advice: name => `pass --cfn-parameters ${name}=…`,
      nesting: [file.path],
    },
    run,
  );
}

function givenValue(given: GivenParameter | undefined): Value | undefined {
  if (!given) return undefined;
  const { value, via } = given;
  return { kind: 'known', value, via: [via], ...(via.at && { at: via.at }) };
}

const configured = (beside: Beside, name: string): Value | undefined =>
  settingValue(beside.sam()?.parameters.get(name));

function settingValue(setting: Setting | undefined): Value | undefined {
  if (!setting) return undefined;
  const { text, at } = setting;
  return { kind: 'known', value: text, at, via: [{ what: `setting of ${at.file.path}`, at }] };
}

/** What is given for the run comes before what the configuration of the SAM CLI says. */
function deploymentOf(
  placement: Placement,
  stackName: string | undefined,
  config: SamConfig | undefined,
): Deployment {
  const name: Value | undefined =
    stackName === undefined ? settingValue(config?.stackName) : { kind: 'known', value: stackName };
  const region = placement.region === undefined ? config?.region : undefined;
  if (!region) return { placement, stackName: name };
  const via = { what: `region of ${region.at.file.path}`, at: region.at };
  return { placement: { ...placement, region: region.text }, stackName: name, via };
}

/** Reads each file that a template names once. */
function reader(
  { readText }: Context,
  report: (problem: Problem) => void,
): (path: string) => Included | undefined {
  return memo<Included | undefined>(
    path => {
      const text = readText?.(path);
      if (text === undefined) return undefined;
      const file: SourceFile = { path, text };
      const document = readDocument(file);
      if (document.ok) return { file, root: document.root };
      for (const { message, region } of document.problems) {
        report({
          cause: 'parse-error',
          message,
          path,
          region,
          effect: 'What the file holds is not in view.',
          fatal: true,
        });
      }
      return undefined;
    },
    () => undefined,
  );
}
