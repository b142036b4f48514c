import type { Problem } from '../../../model/problem.ts';
import type { SourceFile } from '../../../model/source.ts';
import { parseHclTemplate } from '../../../syntax/hcl/parse-embedded.ts';
import type { TerraformContext } from '../context.ts';
import { evaluate } from '../expressions/evaluate.ts';
import type { Machine } from '../expressions/scope.ts';
import type { Files } from '../functions/call-site.ts';
import { joinPath } from '../module/paths.ts';
import { EvaluationError } from '../terms/term.ts';

/** Nesting of expressions through all that they refer to. */
const maximumDepth = 600;
/** Expressions that one root may work out, and values that they may make. */
const maximumSteps = 4_000_000;

/** What evaluates the expressions of one root module. */
export function machineFor(
  folder: string,
  context: TerraformContext,
  report: (problem: Problem) => void,
): Machine {
  let choices = 0;
  const machine: Machine = {
    evaluate,
    report,
    open: because => {
      choices += 1;
      return { kind: 'open', choice: `${folder}#?${choices}`, because };
    },
    files: filesOf(folder, context, () => machine),
    budget: { depth: maximumDepth, steps: maximumSteps },
  };
  return machine;
}

function filesOf(folder: string, { readText, listFiles }: TerraformContext, machine: () => Machine): Files {
  const place = (path: string): string | undefined => joinPath(folder, path);
  return {
    read: path => {
      const file = place(path);
      return file === undefined ? undefined : readText?.(file);
    },
    list: path => {
      const below = place(path);
      const files = below === undefined ? undefined : listFiles?.(below);
      const prefix = below === '.' ? '' : `${below}/`;
      return files?.map(file => (file.startsWith(prefix) ? file.slice(prefix.length) : file));
    },
    template: (text, path, names, at) => {
      const file: SourceFile = { path: place(path) ?? path, text };
      const parsed = parseHclTemplate({ file, text });
      if (!parsed.ok) throw new EvaluationError(`the template is wrong: ${parsed.problem.message}`, at);
      const root = (name: string): never => {
        throw new EvaluationError(`the template needs ${name}, which it does not get`, at);
      };
      const term = evaluate(parsed.value, { machine: machine(), file, root, names: { terms: names } });
      return { ...term, at };
    },
  };
}
