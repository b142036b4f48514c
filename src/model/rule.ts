import type { ScopeKind } from './resource.ts';
import type { Span } from './source.ts';

export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

/**
 * A piece of text in a YAML file, with the way back: `lines[i]` says which offset of the file
 * the offset `text` of the snippet came from; between two entries both grow together.
 */
export interface Snippet {
  readonly text: string;
  readonly at: Span;
  readonly lines: readonly { readonly text: number; readonly file: number }[];
}

export type ParameterValue =
  | string
  | number
  | boolean
  | readonly ParameterValue[]
  | { readonly [key: string]: ParameterValue };

export interface Parameter {
  /** `string`, `int`, `double`, `bool`, `list<…>`, `map<string, …>`. */
  readonly type: string;
  readonly description: string;
  readonly required: boolean;
  readonly default?: ParameterValue;
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

export interface Assertion {
  readonly expr: Snippet;
  readonly message: Snippet;
  /** Path to the property that a finding points at; the resource itself when left out. */
  readonly at?: Snippet;
  readonly related?: readonly Snippet[];
}

export interface Fix {
  readonly summary: string;
  readonly cloudformation?: string;
  readonly terraform?: string;
  readonly cli?: string;
}

/** What is asked: one thing that is true or false of a resource or a scope. Data; the engine knows none by name. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly subject:
    | { readonly kind: 'resource'; readonly types: readonly string[] }
    | { readonly kind: 'scope'; readonly scope: ScopeKind };
  readonly params: Readonly<Record<string, Parameter>>;
  readonly let: readonly { readonly name: string; readonly expr: Snippet }[];
  readonly each: readonly { readonly name: string; readonly expr: Snippet }[];
  readonly where?: Snippet;
  readonly assert: readonly Assertion[];
  readonly why: string;
  readonly fix: Fix;
  readonly themes: readonly string[];
  readonly aka: Readonly<Record<string, readonly string[]>>;
  readonly references: readonly string[];
  readonly since: string;
  /** New, for one minor version: its findings are shown and never gate. */
  readonly stage?: 'preview';
  readonly aliases: readonly string[];
  readonly at: Span;
}
