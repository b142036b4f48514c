import { dirname } from 'node:path';

import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source.ts';
import { type Detection, type Tree, detect } from '../../parse/detect/detect.ts';
import { nameHint } from '../../parse/detect/name.ts';
import {
  isClearlyTemplate,
  opensLikePlan,
  opensLikeTemplate,
  worthParsing,
} from '../../parse/detect/text.ts';
import { decode } from '../../syntax/decode.ts';
import type { SyntaxProblem } from '../../syntax/node.ts';
import { readDocument } from '../../syntax/read.ts';
import { unreadableAt } from './fault.ts';
import { type Content, largest, largestPossible, readContent, storedMark } from './read.ts';
import type { Candidate, FoundInput } from './walk.ts';

/** What one file turned out to be. Without `input` it is of no interest. */
export interface Assessment {
  readonly input?: FoundInput;
  readonly problems?: readonly Problem[];
  readonly template?: Tree;
  readonly policy?: { readonly document: Tree; readonly type: string };
  /** A plan as `terraform show -json` prints it. */
  readonly plan?: SourceFile;
  /** A file of Terraform, or of values for its variables. */
  readonly terraform?: SourceFile;
  /** The folder of a CDK assembly. */
  readonly assembly?: string;
}

/** Reads a file and decides what it is. Nothing that was named, or is certainly infrastructure, stays without an input. */
export function assess(candidate: Candidate): Assessment {
  const hint = nameHint(candidate.shown);
  if (hint.kind === 'terraform') return assessTerraform(candidate);
  const promises = hint.kind === 'likely';
  const limit = candidate.named || promises ? largest : largestPossible;
  const content = readContent(candidate.path, limit, candidate.named && promises);
  if (content.kind === 'bytes') return assessText(candidate, content.bytes, promises);
  return candidate.named || matters(content, promises) ? withoutText(candidate, content) : {};
}

/** A file of Terraform: what it says, and what becomes of it, depends on the files beside it. */
function assessTerraform(candidate: Candidate): Assessment {
  const content = readContent(candidate.path, largest, true);
  if (content.kind === 'binary') return notText(candidate.shown);
  // An empty `main.tofu` still stands for `main.tf`.
  if (content.kind !== 'bytes' && content.kind !== 'empty') return withoutText(candidate, content);
  const { shown: path } = candidate;
  const decoded = decode(content.kind === 'bytes' ? content.bytes : Buffer.alloc(0));
  if (!decoded.ok) return unparsed(path, [decoded.problem], 'terraform');
  return {
    input: { path, status: 'parsed', format: 'terraform' },
    terraform: { path, text: decoded.text },
  };
}

/** Terraform refuses the whole folder, and so may what is written there be lost. */
const notText = (path: string): Assessment => ({
  input: { path, status: 'failed', format: 'terraform', reason: 'it is not text' },
  problems: [
    {
      cause: 'parse-error',
      message: 'is not text, and named like a file of Terraform',
      path,
      effect: 'the file was not assessed; nothing is known about its resources',
      hint: 'correct it, or leave it out with inputs.exclude',
      fatal: true,
    },
  ],
});

/** Whether what could not be looked at may be infrastructure, by its name or by how it begins. */
function matters(content: Content, promises: boolean): boolean {
  if (content.kind === 'too-large')
    return promises || opensLikeTemplate(content.start) || opensLikePlan(content.start);
  if (content.kind === 'binary-plan' || content.kind === 'snapshot') return true;
  return promises && content.kind === 'unreadable';
}

function assessText(candidate: Candidate, bytes: Buffer, promises: boolean): Assessment {
  const { shown: path, named } = candidate;
  const certain = named && promises;
  const decoded = decode(bytes);
  if (!decoded.ok) {
    const isTemplate = certain || (promises && isClearlyTemplate(bytes.toString('latin1')));
    return isTemplate ? unparsed(path, [decoded.problem]) : nothing(candidate);
  }
  const { text } = decoded;
  if (!certain && !worthParsing(piece => text.includes(piece))) return plain(candidate, text, promises);
  const found = detect({ path, text }, readDocument);
  if (found.kind === 'terraform-plan')
    return { input: { path, status: 'parsed', format: found.kind }, plan: { path, text } };
  return assessed(candidate, found, certain);
}

const plain = (candidate: Candidate, text: string, promises: boolean): Assessment =>
  promises && isStored(text) ? stored(candidate.shown) : nothing(candidate);

/** What Git LFS leaves in the place of a file whose content is not fetched, where that is not too large for a template. */
function isStored(text: string): boolean {
  const size = text.startsWith(storedMark) ? /\nsize (\d+)\s*$/.exec(text)?.[1] : undefined;
  return size !== undefined && Number(size) <= largestPossible;
}

function stored(path: string): Assessment {
  const reason = 'its content is in Git LFS and was not fetched';
  return {
    input: { path, status: 'skipped', reason },
    problems: [
      {
        cause: 'out-of-view',
        message: reason,
        path,
        effect: 'nothing is known about what is in it',
        hint: '`git lfs pull`, or `lfs: true` in actions/checkout',
      },
    ],
  };
}

/** `certain`: the user named a file that is meant to be a template. */
function assessed(
  candidate: Candidate,
  found: Exclude<Detection, { kind: 'terraform-plan' }>,
  certain: boolean,
): Assessment {
  const path = candidate.shown;
  switch (found.kind) {
    case 'template':
      return {
        input: { path, status: 'parsed', format: 'cloudformation' },
        template: found.document,
        ...ambiguous(found.document),
      };
    case 'organization-policy':
      return {
        input: { path, status: 'parsed', format: found.kind },
        policy: found,
        ...ambiguous(found.document),
      };
    case 'assembly':
      return { assembly: dirname(candidate.path) };
    case 'skipped':
      return { input: { path, status: 'skipped', format: found.format, reason: found.reason } };
    case 'failed':
      return unparsed(path, found.problems, found.format);
    case 'unparsed':
      return certain ? unparsed(path, found.problems) : nothing(candidate);
    case 'other':
      return nothing(candidate);
  }
}

/** Of a key that is there twice only the last one counts, so that something was written and is not assessed. */
function ambiguous({ file, duplicates }: Tree): Pick<Assessment, 'problems'> {
  if (duplicates.length === 0) return {};
  return {
    problems: duplicates.map(({ message, region }) => ({
      cause: 'parse-error',
      message,
      path: file.path,
      region,
      effect: 'what stands under the earlier key was not assessed',
      hint: 'keep one of them',
    })),
  };
}

function nothing({ named, shown }: Candidate): Assessment {
  if (!named) return {};
  return {
    input: { path: shown, status: 'skipped', reason: 'nothing in it is infrastructure code of a known kind' },
  };
}

function unparsed(path: string, problems: readonly SyntaxProblem[], format?: string): Assessment {
  const [first] = problems;
  const message = first ? `cannot be parsed: ${first.message}` : 'cannot be parsed';
  return {
    input: { path, status: 'failed', ...(format && { format }), reason: message },
    problems: [
      {
        cause: 'parse-error',
        message,
        path,
        ...(first && { region: first.region }),
        effect: 'the file was not assessed; nothing is known about its resources',
        hint: 'correct it, or leave it out with inputs.exclude if it is not deployed as it stands',
        fatal: true,
      },
    ],
  };
}

function withoutText(candidate: Candidate, content: Exclude<Content, { kind: 'bytes' }>): Assessment {
  const path = candidate.shown;
  switch (content.kind) {
    case 'empty':
      return { input: { path, status: 'skipped', reason: 'it is empty' } };
    case 'binary':
      return { input: { path, status: 'skipped', reason: 'it is not text' } };
    case 'snapshot':
      return {
        input: {
          path,
          status: 'skipped',
          format: 'snapshot',
          reason: 'a snapshot is assessed when it is named: plumbline scan FILE',
        },
      };
    case 'binary-plan':
      return { input: { path, status: 'skipped', format: 'terraform-plan', reason: binaryPlan } };
    case 'too-large':
      return tooLarge(candidate, content);
    case 'unreadable':
      return unreadable(path, content.reason);
    case 'plain':
      return nothing(candidate);
  }
}

const binaryPlan =
  'a saved plan is read as JSON: run `terraform show -json FILE > plan.json`, and scan plan.json';

/** Data may be large. What was named, or begins like a template, was meant to be assessed. */
function tooLarge(
  { shown: path, named }: Candidate,
  { size, limit, start }: Extract<Content, { kind: 'too-large' }>,
): Assessment {
  const isPlan = opensLikePlan(start);
  const reason = isPlan
    ? `${megabytes(size)} is more than a plan may have; plan the parts of it by themselves`
    : `${megabytes(size)} is more than the limit of ${megabytes(limit)}; CloudFormation itself takes 1 MB`;
  if (!named && !isPlan && !isClearlyTemplate(start)) return { input: { path, status: 'skipped', reason } };
  return {
    input: { path, status: 'failed', reason },
    problems: [
      {
        cause: 'parse-error',
        message: `is too large: ${reason}`,
        path,
        effect: 'the file was not assessed; nothing is known about its resources',
        hint: 'split it, or leave it out with inputs.exclude',
        fatal: true,
      },
    ],
  };
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;

function unreadable(path: string, reason: string): Assessment {
  return { input: { path, status: 'failed', reason }, problems: [unreadableAt(path, reason)] };
}
