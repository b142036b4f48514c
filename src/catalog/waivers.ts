import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { UsageError } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import type { SourceFile, Span } from '../model/source.ts';
import { waiverMistakes } from '../model/waiver-checks.ts';
import type { Waiver } from '../model/waiver.ts';
import { didYouMean } from './closest.ts';
import { diagnose, placeOf, rejected, type Diagnostic } from './diagnostic.ts';
import { displayPath } from './display-path.ts';
import { asBlock, items, optionalNumber, optionalTexts, spanOf, text, type Block } from './fields.ts';
import { ruleNamed } from './find-rule.ts';
import { freeze } from './freeze.ts';
import { readChecked } from './read-checked.ts';

/** Beside the configuration it is read without being named. */
export const waiversName = 'waivers.yaml';

/** A file of waivers that somebody named. */
export interface WaiverFileName {
  /** Absolute. */
  readonly path: string;
  /** Who named it: `plumbline.yaml:3:5`, `--waivers`. */
  readonly where: string;
}

export interface WaiverFile {
  /** Absolute. */
  readonly path: string;
  readonly source: SourceFile;
  readonly waivers: readonly PlacedWaiver[];
}

export interface PlacedWaiver {
  readonly waiver: Waiver;
  /** The item of the list that it is, without the dash. */
  readonly at: Span;
  /** The former id under which it names its rule. */
  readonly formerRule?: string;
}

/** Files of waivers with every check; a mistake in one of them is an error, with its place and what was meant. */
export async function loadWaivers(
  names: readonly WaiverFileName[],
  { rules, cwd }: { readonly rules: readonly Rule[]; readonly cwd: string },
): Promise<readonly WaiverFile[]> {
  const files = await Promise.all(names.map(name => load(name, rules, cwd)));
  const twice = files.flatMap(({ waivers }) => waivers).flatMap(repeated);
  if (twice.length > 0) throw rejected('waivers do not load', twice);
  return files;
}

/** One file that need not be there. */
export function waiversBeside(folder: string): readonly WaiverFileName[] {
  const path = resolve(folder, waiversName);
  return existsSync(path) ? [{ path, where: 'default' }] : [];
}

async function load(
  { path, where }: WaiverFileName,
  rules: readonly Rule[],
  cwd: string,
): Promise<WaiverFile> {
  const display = displayPath(path, cwd);
  if (!existsSync(path)) {
    throw new UsageError(`the file of waivers ${display} does not exist`, {
      details: [`named by ${where}`],
      hint: '`plumbline waivers add` makes it with the first waiver',
    });
  }
  return readWaivers({ path, source: { path: display, text: readFileSync(path, 'utf8') } }, rules);
}

/** A file of waivers that is in hand. */
export async function readWaivers(
  { path, source }: Pick<WaiverFile, 'path' | 'source'>,
  rules: readonly Rule[],
): Promise<WaiverFile> {
  const display = source.path;
  const checked = await readChecked(source, 'waivers', false);
  if (!checked.ok) throw rejected(`${display} does not load`, checked.diagnostics);
  const blocks = items(checked.block, 'waivers').map(asBlock);
  const read = blocks.map(block => waiverOf(block, rules));
  const wrong = read.flatMap(({ diagnostics }) => diagnostics);
  if (wrong.length > 0) throw rejected(`${display} does not load`, wrong);
  return freeze({ path, source, waivers: read.map(({ placed }) => placed) });
}

interface Read {
  readonly placed: PlacedWaiver;
  readonly diagnostics: readonly Diagnostic[];
}

function waiverOf(block: Block, rules: readonly Rule[]): Read {
  const { file, node } = block;
  const written = text(block, 'rule');
  const rule = ruleNamed(rules, written);
  const maxFindings = optionalNumber(block, 'maxFindings');
  const waiver: Waiver = {
    ...optionalTexts(block, ['id', 'finding']),
    rule: rule?.id ?? written,
    resource: text(block, 'resource'),
    ...(maxFindings !== undefined && { maxFindings }),
    reason: text(block, 'reason').trim(),
    owner: text(block, 'owner'),
    approver: text(block, 'approver'),
    ticket: text(block, 'ticket'),
    created: text(block, 'created'),
    expires: text(block, 'expires'),
    origin: 'file',
    where: placeOf(diagnose(file, node, '')),
  };
  const unknown = rule ? [] : [strangeRule(block, written, rules)];
  const mistakes = waiverMistakes(waiver).map(({ field, message, hint }) =>
    diagnose(file, spanOf(block, field), message, hint),
  );
  return {
    placed: {
      waiver,
      at: { kind: 'span', file, start: node.start, end: node.end },
      ...(rule && rule.id !== written && { formerRule: written }),
    },
    diagnostics: [...unknown, ...mistakes],
  };
}

function strangeRule(block: Block, written: string, rules: readonly Rule[]): Diagnostic {
  const known = rules.flatMap(({ id, aliases }) => [id, ...aliases]);
  const hint = /[*?]/.test(written)
    ? 'a waiver names one rule; write one waiver for each'
    : didYouMean(written, known, '`plumbline rules list` shows all of them');
  return diagnose(block.file, spanOf(block, 'rule'), `rule ${written} does not exist`, hint);
}

/** Of two waivers of one thing one is forgotten when the other is renewed. */
function repeated({ waiver, at }: PlacedWaiver, index: number, all: readonly PlacedWaiver[]): Diagnostic[] {
  const earlier = all.slice(0, index).find(other => isSame(other.waiver, waiver));
  if (!earlier) return [];
  const what = earlier.waiver.id !== undefined && earlier.waiver.id === waiver.id ? 'this id' : 'the same';
  return [diagnose(at.file, at, `${what} is waived already at ${earlier.waiver.where}`, 'keep one of them')];
}

const isSame = (one: Waiver, other: Waiver): boolean =>
  (one.id !== undefined && one.id === other.id) ||
  (one.rule === other.rule && one.resource === other.resource && one.finding === other.finding);
