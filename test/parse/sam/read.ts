import type { Declaration, Parsed } from '../../../src/model/declaration.ts';
import { parse, show } from '../cloudformation/show.ts';

const placement = { region: 'eu-west-1', account: '111122223333' };

export const read = (text: string): Parsed =>
  parse(`Transform: AWS::Serverless-2016-10-31\n${text}`, { placement });

export const functionOf = (written: string, globals = ''): Parsed => {
  const indented = written.replaceAll(/^/gm, '      ');
  return read(
    `${globals}\nResources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n${indented}\n`,
  );
};

export const declared = ({ stacks }: Parsed): readonly Declaration[] =>
  stacks.flatMap(({ declarations }) => declarations);

export const typesOf = (parsed: Parsed) =>
  Object.fromEntries(declared(parsed).map(({ name, type }) => [name, type]));

export const openings = ({ stacks }: Parsed) =>
  stacks.flatMap(stack => stack.openings.map(({ types }) => types));

export function properties(parsed: Parsed, name: string): unknown {
  const declaration = declared(parsed).find(other => other.name === name);
  return declaration && show(declaration.properties);
}

export const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;

export const basics = managed('service-role/AWSLambdaBasicExecutionRole');

/** Name → type and properties of everything that is declared. */
export function shown(parsed: Parsed): Record<string, unknown> {
  return Object.fromEntries(declared(parsed).map(made => [made.name, [made.type, show(made.properties)]]));
}
