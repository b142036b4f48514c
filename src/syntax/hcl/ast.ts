/** A piece of HCL. `start` and `end` are UTF-16 offsets of the text, `end` exclusive. */
export interface Placed {
  readonly start: number;
  readonly end: number;
}

/** The content of a file or of a block, in the order of the text. */
export interface Body extends Placed {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

/** `name = expression`; `start` is that of the name. */
export interface Attribute extends Placed {
  readonly name: string;
  readonly nameEnd: number;
  readonly value: Expression;
}

/** `type "label" label { … }`, from its type to its closing brace. */
export interface Block extends Placed {
  readonly type: string;
  readonly labels: readonly Label[];
  /** Where the header ends: after the last label, or the type. */
  readonly headerEnd: number;
  readonly body: Body;
}

export interface Label extends Placed {
  readonly text: string;
}

/** A comment with its marks, as written. */
export interface Comment extends Placed {
  readonly text: string;
}

export type Expression =
  | Literal
  | Template
  | Variable
  | Attr
  | Index
  | Splat
  | Call
  | Unary
  | Binary
  | Conditional
  | Tuple
  | ObjectLiteral
  | For
  | Parentheses;

/** Texts without interpolation, numbers, booleans and null; `source` keeps the spelling of a number. */
export interface Literal extends Placed {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
  readonly source?: string;
}

/**
 * Text with `${…}` and `%{…}` in it, quoted or a heredoc; trims (`~`) and the indentation of `<<-` are already taken
 * out of the texts. A template that is one interpolation is the value of it, whatever its type: `wrap`.
 */
export interface Template extends Placed {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
  readonly wrap: boolean;
}

export type TemplatePart = TemplateText | Interpolation | TemplateIf | TemplateFor;

export interface TemplateText extends Placed {
  readonly kind: 'text';
  readonly text: string;
}

export interface Interpolation extends Placed {
  readonly kind: 'interpolation';
  readonly value: Expression;
}

export interface TemplateIf extends Placed {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: readonly TemplatePart[];
  readonly otherwise: readonly TemplatePart[];
}

export interface TemplateFor extends Placed {
  readonly kind: 'for-each';
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  readonly body: readonly TemplatePart[];
}

/** The root of a traversal: `var`, `local`, `aws_kms_key`, the name of a `for`. */
export interface Variable extends Placed {
  readonly kind: 'variable';
  readonly name: string;
}

/** `of.name` */
export interface Attr extends Placed {
  readonly kind: 'attr';
  readonly of: Expression;
  readonly name: string;
}

/** `of[key]`, and the legacy `of.0`. */
export interface Index extends Placed {
  readonly kind: 'index';
  readonly of: Expression;
  readonly key: Expression;
}

/** `of[*].a.b` or `of.*.a.b`: `each` says what is read of every element, its root is `{ kind: 'element' }`. */
export interface Splat extends Placed {
  readonly kind: 'splat';
  readonly of: Expression;
  readonly each: SplatStep;
  readonly full: boolean;
}

/** Reads of each element of a splat, the last one outermost. */
export type SplatStep =
  | { readonly kind: 'element' }
  | { readonly kind: 'attr'; readonly of: SplatStep; readonly name: string }
  | { readonly kind: 'index'; readonly of: SplatStep; readonly key: Expression }
  /** `a[*].b[*].c`: a list of lists, `of` and `each` as in a splat. */
  | { readonly kind: 'splat'; readonly of: SplatStep; readonly each: SplatStep; readonly full: boolean };

/** `name(args…)`; the name may have namespaces (`provider::aws::arn_parse`), the last argument may be expanded (`list...`). */
export interface Call extends Placed {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly expands: boolean;
}

export interface Unary extends Placed {
  readonly kind: 'unary';
  readonly operator: '-' | '!';
  readonly of: Expression;
}

export type BinaryOperator =
  | '||'
  | '&&'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';

export interface Binary extends Placed {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Conditional extends Placed {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface Tuple extends Placed {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

export interface ObjectLiteral extends Placed {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
}

/** A bare key (`id = 1`) is a literal text that starts and ends where it stands; `(id) = 1` is an expression. */
export interface ObjectItem {
  readonly key: Expression;
  readonly value: Expression;
}

/** `[for k, v in c : value if condition]`, or with `key` the object form `{for … : key => value...}`. */
export interface For extends Placed {
  readonly kind: 'for';
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  readonly groups: boolean;
}

export interface Parentheses extends Placed {
  readonly kind: 'parentheses';
  readonly of: Expression;
}
