/**
 * What the name of a file says before it is read. Names only rule files out or say how hard to look;
 * what a file is, its content decides.
 */
export type NameHint =
  /** Data of a kind that templates are written in. */
  | { readonly kind: 'likely' }
  /** An unknown or missing extension: read when small. */
  | { readonly kind: 'possible' }
  /** Source code, media, archives, lock files: never infrastructure files of ours. */
  | { readonly kind: 'never' }
  /** Terraform's own language, or a file of values for its variables. */
  | { readonly kind: 'terraform'; readonly values: boolean }
  /** Infrastructure of a kind that the name alone settles. */
  | { readonly kind: 'settled'; readonly format: string; readonly reason: string };

/** `path` uses `/`. */
export function nameHint(path: string): NameHint {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  for (const { pattern, format, reason } of settled) {
    if (pattern.test(name)) return { kind: 'settled', format, reason };
  }
  if (/\.(?:tf|tofu)(?:\.json)?$/.test(name)) return { kind: 'terraform', values: false };
  if (/\.tfvars(?:\.json)?$/.test(name)) return { kind: 'terraform', values: true };
  if (neverNames.has(name)) return { kind: 'never' };
  const extension = /[^.]\.([^.]+)$/.exec(name)?.[1] ?? '';
  if (likelyExtensions.has(extension)) return { kind: 'likely' };
  return { kind: neverExtensions.has(extension) ? 'never' : 'possible' };
}

/** A text that a program turns into a template (`agent.yaml.j2`): its name without that ending, else undefined. */
export function rendersTo(path: string): string | undefined {
  return /^(.+)\.(?:j2|jinja2?|tpl|tmpl|erb|mustache|hbs|handlebars|njk|ejs|mako)$/i.exec(path)?.[1];
}

export const stateReason =
  'Terraform state is not read, it says what was and not what will be; scan a plan or the .tf files';

export const pulumiReason =
  'Pulumi programs and previews are not read; no command turns them into a plan of Terraform, which would be';

const settled: readonly { pattern: RegExp; format: string; reason: string }[] = [
  {
    pattern: /^terragrunt(?:\.stack)?\.hcl(?:\.json)?$/,
    format: 'terragrunt',
    reason:
      'Terragrunt is read from its plans: run `terragrunt run --all plan --json-out-dir plans`, and scan plans',
  },
  {
    pattern: /\.tfstate(?:\.backup)?$/,
    format: 'terraform-state',
    reason: stateReason,
  },
  {
    pattern: /^cdk\.json$/,
    format: 'cdk-app',
    reason: 'a CDK app is read from what it synthesises: run `cdk synth`, and scan cdk.out',
  },
  {
    pattern: /^cdktf\.json$/,
    format: 'cdktf-app',
    reason: 'a CDK for Terraform app is read from what it synthesises: run `cdktf synth`, and scan cdktf.out',
  },
  {
    pattern: /^pulumi\.ya?ml$/,
    format: 'pulumi',
    reason: pulumiReason,
  },
];

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const likelyExtensions = list('yaml yml json template cfn cform cloudformation cft stack');

const neverNames = list(
  `package.json package-lock.json npm-shrinkwrap.json tsconfig.json jsconfig.json composer.json composer.lock
   pnpm-lock.yaml pnpm-workspace.yaml yarn.lock poetry.lock pdm.lock uv.lock cargo.lock gemfile.lock go.sum go.mod
   cdk.context.json dockerfile makefile license notice readme changelog .gitignore .gitattributes .dockerignore .npmignore
   .editorconfig .ds_store .terraform.lock.hcl`,
);

const neverExtensions = list(
  `c cc cpp cs css cts dart ex exs fs go gradle groovy h hpp htm html java js jsx kt kts less lua m mjs cjs mm mts php pl
   ps1 psm1 py pyi pyc r rb rs sass scala scss sh bash zsh fish bat cmd sol sql svelte swift ts tsx vue xml xsd xsl wsdl
   ipynb proto graphql gql rego sentinel guard snap map lock sum toml ini cfg conf properties env plist
   md mdx markdown rst adoc asciidoc tex bib org log patch diff csv tsv parquet avro orc geojson
   png jpg jpeg gif bmp ico icns webp avif svg tif tiff psd ai eps heic mp3 mp4 m4a m4v mov avi mkv webm wav flac ogg
   ttf otf woff woff2 eot pdf doc docx xls xlsx ppt pptx odt ods odp key pages numbers drawio vsdx epub
   zip gz tgz bz2 xz zst 7z rar tar jar war ear whl egg deb rpm apk dmg iso msi exe dll so dylib a o lib class wasm bin
   db sqlite sqlite3 pem crt cer der p12 pfx jks gpg asc sig pub npy npz pt pth onnx h5 pkl joblib safetensors gguf model`,
);
