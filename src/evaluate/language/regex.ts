/** Whether a pattern matches somewhere in a text, in time linear in the text. */
export type Matcher = (text: string) => boolean;

export interface RegexEngine {
  /** The matcher of an RE2 pattern, or why the pattern is wrong. Recent patterns are kept. */
  readonly compile: (pattern: string) => Matcher | { readonly problem: string };
}

const kept = 200;

/** Loads RE2 on first need: it is half the start-up time of the engine. */
export async function loadRegexEngine(): Promise<RegexEngine> {
  const { RE2JS } = await import('re2js');
  const recent = new Map<string, Matcher | { readonly problem: string }>();
  const make = (pattern: string): Matcher | { readonly problem: string } => {
    try {
      const compiled = RE2JS.compile(pattern);
      return text => compiled.test(text);
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  };
  return {
    compile: pattern => {
      const known = recent.get(pattern) ?? make(pattern);
      recent.delete(pattern);
      recent.set(pattern, known);
      const [oldest] = recent.keys();
      if (recent.size > kept && oldest !== undefined) recent.delete(oldest);
      return known;
    },
  };
}
