import { field } from '../../../syntax/field.ts';
import { lost, move } from '../compose.ts';
import { scalarText } from '../text.ts';
import { malformed } from '../trouble.ts';
import { valueOf, type Intrinsic } from './arguments.ts';

/** `GetStackOutput: { StackName, OutputName }`: the output of a stack of the run whose name is known. */
export const getStackOutput: Intrinsic = (argument, scope, at) => {
  const [stack, output] = ['StackName', 'OutputName'].map(name => {
    const node = field(argument, name);
    return node && valueOf(node, scope);
  });
  if (!stack || !output)
    return malformed(scope, at, 'Fn::GetStackOutput needs a StackName and an OutputName');
  const isElsewhere = field(argument, 'Region') ?? field(argument, 'RoleArn');
  const isNamed = stack.kind === 'known' && output.kind === 'known' && !isElsewhere;
  const value = isNamed ? scope.instance.run.stackOutput(scalarText(stack), scalarText(output)) : undefined;
  if (value) return move(value, at);
  const [name, from] = [output, stack].map(part => (part.kind === 'known' ? ` ${scalarText(part)}` : ''));
  const what = `Fn::GetStackOutput: the output${name} of the stack${from} is not in view`;
  return lost('out-of-view', [{ what, at }], at, true);
};
