/** Offsets into the text of the expression; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

type LiteralType = 'string' | 'int' | 'double' | 'bool' | 'null';

export interface Literal extends Range {
  readonly kind: 'literal';
  readonly type: LiteralType;
  readonly value: string | number | boolean | null;
}

interface Identifier extends Range {
  readonly kind: 'identifier';
  readonly name: string;
}

/** `operand.field`, or `operand.?field`. */
export interface Select extends Range {
  readonly kind: 'select';
  readonly operand: Expr;
  readonly field: string;
  readonly optional: boolean;
  readonly name: Range;
}

/** `operand[index]`, or `operand[?index]`. */
export interface Index extends Range {
  readonly kind: 'index';
  readonly operand: Expr;
  readonly index: Expr;
  readonly optional: boolean;
}

/** A chain of one operator: `a && b && c` is one node. */
export interface Logic extends Range {
  readonly kind: 'logic';
  readonly operator: '&&' | '||';
  readonly operands: readonly Expr[];
}

export interface Unary extends Range {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: Expr;
}

export type BinaryOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '/' | '%';

export interface Binary extends Range {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expr;
  readonly right: Expr;
}

export interface Ternary extends Range {
  readonly kind: 'ternary';
  readonly condition: Expr;
  readonly whenTrue: Expr;
  readonly whenFalse: Expr;
}

/** `optional` elements (`[?x]`) are left out when they are none. */
export interface ListLiteral extends Range {
  readonly kind: 'list';
  readonly items: readonly { readonly value: Expr; readonly optional: boolean }[];
}

export interface MapLiteral extends Range {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: Expr; readonly value: Expr; readonly optional: boolean }[];
}

export interface Has extends Range {
  readonly kind: 'has';
  readonly target: Select;
}

export const comprehensions = ['all', 'exists', 'exists_one', 'filter', 'map'] as const;
export type ComprehensionKind = (typeof comprehensions)[number];

/** A macro over a list or map. With two variables the first is the index or key, the second the element or value. */
export interface Comprehension extends Range {
  readonly kind: 'comprehension';
  readonly macro: ComprehensionKind;
  readonly over: Expr;
  readonly variables: readonly string[];
  /** The predicate of the three-argument `map`. */
  readonly where?: Expr;
  readonly body: Expr;
  readonly name: Range;
}

/** `cel.bind(name, value, body)`; with `optional` the body sees what is inside (`optMap`). */
export interface Bind extends Range {
  readonly kind: 'bind';
  readonly variable: string;
  readonly value: Expr;
  readonly body: Expr;
  readonly optional: boolean;
}

export interface Call extends Range {
  readonly kind: 'call';
  readonly receiver?: Expr;
  readonly function: string;
  readonly args: readonly Expr[];
  readonly name: Range;
}

/** A parsed expression. Immutable; macros are already told apart from functions. */
export type Expr =
  | Literal
  | Identifier
  | Select
  | Index
  | Logic
  | Unary
  | Binary
  | Ternary
  | ListLiteral
  | MapLiteral
  | Has
  | Comprehension
  | Bind
  | Call;

/** The direct parts of an expression, in the order they are written. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'literal':
    case 'identifier':
      return [];
    case 'select':
    case 'unary':
      return [expr.operand];
    case 'has':
      return [expr.target];
    case 'index':
      return [expr.operand, expr.index];
    case 'logic':
      return expr.operands;
    case 'binary':
      return [expr.left, expr.right];
    case 'ternary':
      return [expr.condition, expr.whenTrue, expr.whenFalse];
    default:
      return compositeChildren(expr);
  }
}

function compositeChildren(expr: ListLiteral | MapLiteral | Comprehension | Bind | Call): readonly Expr[] {
  switch (expr.kind) {
    case 'list':
      return expr.items.map(item => item.value);
    case 'map':
      return expr.entries.flatMap(entry => [entry.key, entry.value]);
    case 'comprehension':
      return expr.where ? [expr.over, expr.where, expr.body] : [expr.over, expr.body];
    case 'bind':
      return [expr.value, expr.body];
    case 'call':
      return expr.receiver ? [expr.receiver, ...expr.args] : expr.args;
  }
}
