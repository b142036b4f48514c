/** One step of an address: `module.agent["a.b"]` is the step `agent` with the key `a.b`. */
export interface Step {
  readonly name: string;
  /** Of `count` or `for_each`. */
  readonly key?: string | number;
}

/** `module.agent["a.b"].aws_kms_key.this[0]`, taken apart. */
export interface Address {
  readonly modules: readonly Step[];
  readonly isData: boolean;
  readonly type: string;
  readonly name: string;
  readonly key?: string | number;
}

/** Takes the address of a resource instance apart. Keys may hold dots, brackets and quotes. */
export function parseAddress(text: string): Address | undefined {
  const steps = stepsOf(text) ?? [];
  const modules: Step[] = [];
  while (steps[modules.length * 2]?.name === 'module') {
    const module = steps[modules.length * 2 + 1];
    if (!module) return undefined;
    modules.push(module);
  }
  return instanceOf(modules, steps.slice(modules.length * 2));
}

function instanceOf(modules: readonly Step[], steps: readonly Step[]): Address | undefined {
  const isData = steps.length === 3 && steps[0]?.name === 'data';
  const [type, resource, ...others] = isData ? steps.slice(1) : steps;
  if (!type || !resource || others.length > 0) return undefined;
  return { modules, isData, type: type.name, ...resource };
}

/** The steps between the dots; undefined when it is no traversal with known keys. */
export function stepsOf(text: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    if (!found?.groups) return undefined;
    const { name = '', number, quoted } = found.groups;
    if (quoted !== undefined) steps.push({ name, key: unquoted(quoted) });
    else steps.push(number === undefined ? { name } : { name, key: Number(number) });
  }
  return steps;
}

const step =
  /(?<name>[\p{ID_Start}_][\p{ID_Continue}-]*|\d+)(?:\[(?:(?<number>\d+)|(?<quoted>"(?:[^"\\]|\\.)*"))\])?(?:\.(?!$)|$)/uy;

/** Terraform quotes keys as HCL does: JSON's escapes, and `$${` and `%%{` for what would begin a template. */
function unquoted(quoted: string): string {
  try {
    const value: unknown = JSON.parse(quoted.replaceAll(/\\U([\da-fA-F]{8})/g, wideEscape));
    return String(value).replaceAll('$${', '${').replaceAll('%%{', '%{');
  } catch {
    return quoted.slice(1, -1);
  }
}

const wideEscape = (_: string, digits: string): string => String.fromCodePoint(Number.parseInt(digits, 16));

/** `module.agent["a"].`: what stands before the addresses inside of a module. */
export function prefixOf(modules: readonly Step[]): string {
  return modules.map(module => `module.${shownStep(module)}.`).join('');
}

export const shownStep = ({ name, key }: Step): string =>
  key === undefined ? name : `${name}[${typeof key === 'number' ? key : quotedKey(key)}]`;

const quotedKey = (key: string): string =>
  JSON.stringify(key).replaceAll('${', '$${').replaceAll('%{', '%%{');

/** The address of a block in the configuration of its module: `data.aws_region.here`, `aws_kms_key.this`. */
export const blockOf = ({ isData, type, name }: Pick<Address, 'isData' | 'type' | 'name'>): string =>
  `${isData ? 'data.' : ''}${type}.${name}`;
