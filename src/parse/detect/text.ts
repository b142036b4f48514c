/**
 * A cheap search that says whether a text is worth parsing. `has` finds a piece of plain ASCII; where JSON or YAML
 * escapes spell letters, nothing can be ruled out.
 */
export const worthParsing = (has: (piece: string) => boolean): boolean =>
  signs.some(pieces => pieces.every(has));

const signs: readonly (readonly string[])[] = [
  ['Resources', '::'],
  ['Type', 'AWS::'],
  ['AWSTemplateFormatVersion'],
  ['"artifacts"', '"version"'],
  ['ParameterKey'],
  ['"Parameters"'],
  ['template-file-path'],
  ['"format_version"', '"terraform_version"'],
  ['"format_version"', '_changes"'],
  ['"@level"', '"@message"'],
  ['"lineage"', '"terraform_version"'],
  ['"urn:pulumi:'],
  ['@@assign'],
  ['opt_out_policy'],
  ['Statement', 'Effect'],
  ['service', 'provider', 'functions'],
  ...['4', '5', '6', '7', '3a', '3A'].flatMap(digits => [
    [`\\u00${digits}`],
    [`\\U000000${digits}`],
    [`\\x${digits}`],
  ]),
];

const typed = /["']?Type["']?\s*:\s*["']?(?:AWS|Alexa|Custom)::/;

/**
 * True for a text that nobody would take for anything but a CloudFormation template, even when it does not parse:
 * the version as a key near the margin, or resources with types.
 */
export function isClearlyTemplate(text: string): boolean {
  if (/^(?:\s*\{)?[ \t]{0,4}["']?AWSTemplateFormatVersion["']?\s*:/m.test(text)) return true;
  return (/^["']?Resources["']?\s*:/m.test(text) || /"Resources"\s*:\s*\{/.test(text)) && typed.test(text);
}

/** True when the first key of the text is the version of the template format: a template whatever the file is called. */
export function opensLikeTemplate(text: string): boolean {
  return /^(?:\s|#[^\n]*\n|---[^\n]*\n)*(?:\{\s*)?["']?AWSTemplateFormatVersion["']?\s*:/.test(
    text.slice(0, 20_000),
  );
}

/** `terraform show -json` of a plan. Plans may have tens of megabytes: text is enough to tell. */
export function isTerraformPlan(text: string): boolean {
  return (
    /"format_version"\s*:\s*"\d/.test(text) &&
    /"(?:planned_values|resource_changes|output_changes)"\s*:/.test(text)
  );
}

/** `terraform show -json` of a state, or the file that Terraform keeps it in. */
export function isTerraformState(text: string): boolean {
  if (/"lineage"\s*:\s*"/.test(text) && /"serial"\s*:\s*\d/.test(text)) return true;
  return (
    /"format_version"\s*:\s*"\d/.test(text) &&
    /"terraform_version"\s*:/.test(text) &&
    /"values"\s*:/.test(text)
  );
}

/** The beginning of `terraform show -json`, of which the rest may be too large for anything else. */
export function opensLikePlan(start: string): boolean {
  return /^\s*\{\s*"format_version"\s*:\s*"\d/.test(start);
}

/** `pulumi preview --json`, `pulumi stack export`. */
export function isPulumi(text: string): boolean {
  return (
    /"urn"\s*:\s*"urn:pulumi:/.test(text) &&
    /^\s*\{/.test(text.slice(0, 1_000)) &&
    /"(?:steps|deployment|resources)"\s*:/.test(text)
  );
}

/** A saved plan as Terraform itself reads it: an archive of which the first entry has this name. */
export function isBinaryPlan(bytes: string): boolean {
  return bytes.startsWith('PK') && bytes.startsWith('tfplan', 30);
}

/** The log that `terraform plan -json` prints: one JSON object a line, which is not the plan. */
export function isTerraformLog(text: string): boolean {
  const first = text.slice(0, 4_000).trimStart().split('\n', 1)[0] ?? '';
  return first.startsWith('{') && first.includes('"@level"') && first.includes('"@message"');
}

/** The manifest of a CDK assembly, also one that is cut off. */
export function isAssemblyText(text: string): boolean {
  return /"version"\s*:\s*"\d+\.\d+\.\d+"/.test(text) && /"artifacts"\s*:\s*\{/.test(text);
}
