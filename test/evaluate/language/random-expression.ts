import type { Random } from './random.ts';

/**
 * Writes expressions over the data of random-data.ts. `cel` keeps to what every CEL evaluator has; without it optionals,
 * texts, ARNs and policy documents come in.
 */
interface Grammar {
  readonly random: Random;
  readonly cel: boolean;
}

type Rule = (grammar: Grammar, depth: number) => string;

/** A boolean expression of at most this depth; well typed, but for properties that may be absent. */
export const boolean: Rule = (grammar, depth) => choose(grammar, depth, simpleBooleans, nestedBooleans);

const text: Rule = (grammar, depth) => choose(grammar, depth, simpleTexts, nestedTexts);
const number: Rule = (grammar, depth) => choose(grammar, depth, simpleNumbers, nestedNumbers);
const texts: Rule = (grammar, depth) => choose(grammar, depth, simpleLists, nestedLists);

type Rules = { readonly cel: readonly [Rule, ...Rule[]]; readonly own: readonly Rule[] };

function choose(grammar: Grammar, depth: number, simple: Rules, nested: Rules): string {
  const { cel, own } = depth <= 0 || grammar.random.chance(0.15) ? simple : nested;
  const rule = grammar.random.pick(grammar.cel ? cel : [...cel, ...own]);
  return rule(grammar, depth - 1);
}

const quoted: readonly [string, ...string[]] = ["'a'", "'ab'", "'b'", "''", "'arn:aws:s3'", "'*'", "'A'"];

const word: Rule = ({ random }) => random.pick(quoted);
const digit: Rule = ({ random }) => String(random.below(5) - 1);

const fixed =
  (...options: readonly [string, ...string[]]): Rule =>
  ({ random }) =>
    random.pick(options);

const simpleBooleans: Rules = {
  cel: [
    fixed('true', 'false'),
    fixed('r.b1', 'r.b2'),
    fixed('has(r.opt)', 'has(r.o.s)', "'a' in r.m", 'has(r.m.b)'),
  ],
  own: [
    fixed('r.?opt.hasValue()', "r.arn.startsWith('arn:aws:')", "r.arn.endsWith('/x')", 'r.ref == r.ref2'),
  ],
};

const nestedBooleans: Rules = {
  cel: [
    (g, d) => `(${boolean(g, d)} && ${boolean(g, d)})`,
    (g, d) => `(${boolean(g, d)} || ${boolean(g, d)})`,
    (g, d) => `!(${boolean(g, d)})`,
    (g, d) => `(${boolean(g, d)} ? ${boolean(g, d)} : ${boolean(g, d)})`,
    (g, d) => `${text(g, d)} ${g.random.pick(['==', '!=', '<', '>='])} ${text(g, d)}`,
    (g, d) => `${number(g, d)} ${g.random.pick(['==', '!=', '<', '<=', '>', '>='])} ${number(g, d)}`,
    (g, d) => `${text(g, d)} in ${texts(g, d)}`,
    (g, d) => `${number(g, d)} in r.ln`,
    (g, d) => `${text(g, d)} in r.m`,
    (g, d) => `${texts(g, d)} ${g.random.pick(['==', '!='])} ${texts(g, d)}`,
    (g, d) => `${text(g, d)}.${g.random.pick(['startsWith', 'endsWith', 'contains'])}(${text(g, d)})`,
    (g, d) =>
      `${text(g, d)}.matches(${g.random.pick(["'a'", "'^a'", "'b$'", "'^a.*b$'", "'^arn:'", "'a|^b'", "'^ab|b'"])})`,
    (g, d) => `${texts(g, d)}.${g.random.pick(['all', 'exists', 'exists_one'])}(x, ${predicate(g, d)})`,
    (g, d) => `r.lo.${g.random.pick(['all', 'exists', 'exists_one'])}(y, ${objectPredicate(g, d)})`,
    g => `r.m.${g.random.pick(['all', 'exists'])}(k, k ${g.random.pick(['==', '!='])} ${word(g, 0)})`,
    g => `r.o == ${g.random.pick(["{'s': 'a', 'n': 1}", 'r.lo[0]', 'r.o'])}`,
  ],
  own: [
    (g, d) => `r.pol.statements.${g.random.pick(['all', 'exists'])}(s, ${statementPredicate(g, d)})`,
    (g, d) => `r.pol.statements.${g.random.pick(['all', 'exists'])}(s, ${statementPredicate(g, d)})`,
    (g, d) => `r.?o.?s.orValue(${text(g, d)}) == ${text(g, d)}`,
    (g, d) => `globMatch(${g.random.pick(["'a*'", "'*b'", "'?'", "'*'"])}, ${text(g, d)})`,
    (g, d) => `globMatch(${text(g, d)}, ${text(g, d)})`,
    g =>
      `arn(r.arn).${g.random.pick(['service', 'region', 'account', 'partition'])} == ${g.random.pick(["'s3'", "'eu-west-1'", "'aws'", "''"])}`,
    g =>
      `arn(r.arn).resource.${g.random.pick(['endsWith', 'startsWith', 'contains'])}(${g.random.pick(["'x'", "'/x'", "'b'", "':'"])})`,
    (g, d) => `cel.bind(z, ${text(g, d)}, z == ${text(g, d)} || z.startsWith(${word(g, 0)}))`,
    (g, d) => `r.?opt.optMap(z, z + ${word(g, 0)}).orValue(${text(g, d)}) == ${text(g, d)}`,
    (g, d) =>
      `${text(g, d)}.split(${g.random.pick(["':'", "'/'", "'a'"])}).${g.random.pick(['all', 'exists'])}(x, ${predicate(g, d)})`,
  ],
};

const predicate: Rule = (grammar, depth) =>
  grammar.random.pick<Rule>([
    (g, d) => `x ${g.random.pick(['==', '!='])} ${text(g, d)}`,
    (g, d) => `x.${g.random.pick(['startsWith', 'endsWith', 'contains'])}(${text(g, d)})`,
    (g, d) => `(x == ${word(g, d)} || ${boolean(g, d)})`,
    (g, d) => `(x != ${word(g, d)} && ${boolean(g, d)})`,
    (g, d) => `x in ${texts(g, d)}`,
  ])(grammar, depth - 1);

const objectPredicate: Rule = (grammar, depth) =>
  grammar.random.pick<Rule>([
    (g, d) => `y.s == ${text(g, d)}`,
    (g, d) => `y.n < ${number(g, d)}`,
    (g, d) => `(has(y.s) && y.s != ${text(g, d)})`,
    () => 'y == r.o',
  ])(grammar, depth - 1);

const statementPredicate: Rule = (grammar, depth) =>
  grammar.random.pick<Rule>([
    g =>
      `s.${g.random.pick(['allowsAction', 'deniesAction', 'matchesAction'])}(${g.random.pick(["'s3:GetObject'", "'bedrock:InvokeModel'"])})`,
    g => `s.coversResource(${g.random.pick(["'arn:aws:s3:::b/x'", "'arn:aws:s3:::*'", "'*'"])})`,
    g => `s.principals.${g.random.pick(['all', 'exists'])}(p, p.value == '*' || p.type == 'Service')`,
    g => `s.hasCondition(${g.random.pick(["'AWS:SourceAccount'", "'aws:SourceArn'"])})`,
    g =>
      `s.condition(${g.random.pick(["'StringEquals'", "'ForAnyValue:StringLike'"])}, 'aws:sourceaccount').exists(v, v == ${word(g, 0)})`,
    g =>
      `s.conditions.${g.random.pick(['all', 'exists'])}(c, c.lowerKey == 'aws:sourceaccount' && !c.ifExists)`,
    (g, d) => `s.actions.${g.random.pick(['all', 'exists'])}(x, ${predicate(g, d)})`,
    (g, d) => `s.notActions.exists(x, ${predicate(g, d)})`,
    () => "s.Effect == 'Allow'",
    () => 'has(s.Condition)',
    (g, d) => `(s.Effect != 'Allow' || ${boolean(g, d)})`,
  ])(grammar, depth - 1);

const simpleTexts: Rules = {
  cel: [word, fixed('r.s1', 'r.s2', 'r.o.s', 'r.opt'), fixed("r.m['a']", 'r.m.b', 'r.ls[0]', 'r.lo[0].s')],
  own: [fixed('r.arn', 'r.ref', "r.?opt.orValue('a')", "r.m[?'a'].orValue('b')")],
};

const nestedTexts: Rules = {
  cel: [
    (g, d) => `(${text(g, d)} + ${text(g, d)})`,
    (g, d) => `(${boolean(g, d)} ? ${text(g, d)} : ${text(g, d)})`,
    (g, d) => `${texts(g, d)}[${number(g, d)}]`,
  ],
  own: [
    (g, d) => `${text(g, d)}.${g.random.pick(['lowerAscii', 'upperAscii', 'trim'])}()`,
    (g, d) => `${texts(g, d)}.join(${word(g, 0)})`,
    (g, d) => `string(${text(g, d)})`,
    (g, d) => `${text(g, d)}.replace(${word(g, 0)}, ${word(g, 0)})`,
  ],
};

const simpleNumbers: Rules = { cel: [digit, fixed('r.n1', 'r.n2', 'r.o.n')], own: [] };

const nestedNumbers: Rules = {
  cel: [
    (g, d) => `(${number(g, d)} ${g.random.pick(['+', '-', '*'])} ${number(g, d)})`,
    (g, d) => `size(${text(g, d)})`,
    (g, d) => `size(${texts(g, d)})`,
    () => 'size(r.m)',
    (g, d) => `(${boolean(g, d)} ? ${number(g, d)} : ${number(g, d)})`,
  ],
  own: [(g, d) => `${text(g, d)}.indexOf(${word(g, 0)})`],
};

const simpleLists: Rules = { cel: [fixed('r.ls', "['a', 'b']", '[r.s1]')], own: [] };

const nestedLists: Rules = {
  cel: [
    (g, d) => `[${text(g, d)}, ${text(g, d)}]`,
    (g, d) => `(${texts(g, d)} + ${texts(g, d)})`,
    (g, d) => `${texts(g, d)}.filter(x, ${predicate(g, d)})`,
    (g, d) => `${texts(g, d)}.map(x, x + ${text(g, d)})`,
    () => 'r.lo.map(y, y.s)',
    (g, d) => `r.lo.filter(y, ${objectPredicate(g, d)}).map(y, y.s)`,
    g => `r.m.filter(k, k != ${word(g, 0)})`,
  ],
  own: [
    (g, d) => `${texts(g, d)}.distinct()`,
    (g, d) => `[${texts(g, d)}, r.ls].flatten()`,
    (g, d) => `${texts(g, d)}.sort()`,
  ],
};
