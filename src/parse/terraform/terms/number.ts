/**
 * Arithmetic in doubles, rounded to the digits that they hold: Terraform calculates with 512 bits, in which
 * `0.1 + 0.2` is `0.3`.
 */
export const rounded = (value: number): number =>
  Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15));

/** A number as Terraform writes it into a text: never with an exponent. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = String(value);
  return text.includes('e') ? value.toFixed(Math.min(100, decimals(text))) : text;
}

/** How many digits behind the point `1.5e-9` needs. */
function decimals(text: string): number {
  const [mantissa = '', exponent = '0'] = text.split('e');
  return (mantissa.split('.')[1]?.length ?? 0) - Number(exponent);
}

/** The number that a text stands for; undefined when it is none. */
export function numberOf(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}
