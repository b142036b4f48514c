import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source.ts';
import type { Link, Value } from '../../model/value.ts';
import { readDocument } from '../../syntax/read.ts';
import { exportsOf } from './exports.ts';
import { createInstance } from './instance.ts';
import { lazy, memo } from './memo.ts';
import { nest } from './nested.ts';
import { rootsOf, type Root } from './roots.ts';
import type { Included, Run } from './scope.ts';
import type { Context, Template } from './template.ts';

export interface Work {
  readonly roots: readonly Root[];
  /** Without repetitions: a template that is nested twice says everything twice. */
  readonly problems: () => readonly Problem[];
}

/** The root stacks of the templates, with what they share. */
export function prepare(templates: readonly Template[], context: Context): Work {
  const problems = new Map<string, Problem>();
  const byPath = new Map(templates.map(template => [template.file.path, template]));
  const include = reader(context, problem => run.report(problem));
  let roots: readonly Root[] = [];
  const exported = lazy(() => exportsOf(roots.map(({ instance }) => instance)));
  const run: Run = {
    report: problem => problems.set(JSON.stringify(problem), problem),
    // While the roots are being found nothing is known of exports yet.
    exported: name => (roots.length > 0 ? exported().get(name) : undefined),
    include,
    nestedTemplate: (template, logicalId) => context.nestedTemplate?.(template, logicalId),
    nest: (parent, resource) => nest(parent, resource, path => byPath.get(path) ?? include(path)),
    budget: { depth: maximumDepth, rounds: maximumRounds, stacks: 0 },
  };
  roots = rootsOf(templates, template => instanceOf(template, run));
  return { roots, problems: () => [...problems.values()] };
}

/** Node recursion of a template that nests as deep as CloudFormation's own limits allow stays far below. */
const maximumDepth = 300;
/** Rounds of loops of one run, far above what templates of one repository make. */
const maximumRounds = 100_000;

function instanceOf(template: Template, run: Run) {
  const { file, root, key = file.path, stackName, placement = {}, parameters } = template;
  const name: Value | undefined = stackName === undefined ? undefined : { kind: 'known', value: stackName };
  return createInstance(
    {
      file,
      root,
      prefix: `${key}#`,
      deployment: { placement, stackName: name },
      given: parameter => givenValue(parameters?.get(parameter)),
      advice: parameter => `pass --parameter ${parameter}=…`,
      nesting: [file.path],
    },
    run,
  );
}

const givenValue = (given: { value: string; via: Link } | undefined): Value | undefined =>
  given && { kind: 'known', value: given.value, via: [given.via], ...(given.via.at && { at: given.via.at }) };

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
        });
      }
      return undefined;
    },
    () => undefined,
  );
}
