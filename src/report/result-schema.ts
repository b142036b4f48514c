import { severities } from '../model/rule.ts';
import { account } from './account-entries.ts';
import { count, text, texts } from './basic-entries.ts';
import { comparison, trust, waivers } from './gate-entries.ts';
import { input, leftOut, notConfigured, notCreated, problem, result, rule } from './result-entries.ts';

const coverage = {
  type: 'object',
  required: ['inputs', 'resources', 'rules', 'verdicts', 'decided'],
  properties: {
    inputs: {
      type: 'object',
      required: ['found', 'parsed', 'failed', 'skipped'],
      properties: { found: count, parsed: count, failed: count, skipped: count },
    },
    resources: count,
    rules: {
      type: 'object',
      required: ['selected', 'notConfigured'],
      properties: { selected: count, notConfigured: count },
    },
    verdicts: {
      description: 'Of all verdicts, whether they are listed in results or not.',
      type: 'object',
      required: ['fail', 'unknown', 'pass', 'notApplicable'],
      properties: { fail: count, unknown: count, waived: count, pass: count, notApplicable: count },
    },
    decided: {
      description: 'Pass, fail and waived as a share of those that applied; null when nothing applied.',
      type: ['number', 'null'],
      minimum: 0,
      maximum: 1,
    },
  },
} as const;

const gate = {
  description: 'What the run means to a pipeline.',
  type: 'object',
  required: ['failOn', 'unknown', 'requireComplete', 'exitCode', 'reason'],
  properties: {
    failOn: { enum: [...severities, 'none'] },
    unknown: { enum: ['ignore', 'warn', 'fail'] },
    requireComplete: { type: 'boolean' },
    exitCode: { type: 'integer', minimum: 0, maximum: 255 },
    reason: text,
  },
} as const;

/**
 * The contract of the json format; `schemas/result.schema.json` is written from it. Keys may be added within a major
 * version, so readers must not mind a key that they do not know.
 */
export const resultSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Plumbline result',
  description: 'One run: plumbline scan -f json. Keys that do not apply are left out; new ones may be added.',
  type: 'object',
  required: [
    'schemaVersion',
    'tool',
    'run',
    'ruleset',
    'complete',
    'gate',
    'coverage',
    'verdicts',
    'inputs',
    'accounts',
    'problems',
    'notConfigured',
    'rules',
    'results',
  ],
  properties: {
    schemaVersion: { const: '1' },
    tool: { type: 'object', required: ['name', 'version'], properties: { name: text, version: text } },
    run: {
      type: 'object',
      required: ['started', 'seconds'],
      properties: {
        started: { ...text, description: 'ISO 8601, UTC.' },
        seconds: { type: 'number', minimum: 0 },
      },
    },
    ruleset: {
      type: 'object',
      required: ['digest', 'policies'],
      properties: { digest: text, policies: texts },
    },
    config: {
      description: 'The configuration file that decided; left out when there was none.',
      type: 'object',
      required: ['path', 'digest'],
      properties: { path: text, digest: text },
    },
    complete: { type: 'boolean', description: 'False when something in scope was not assessed.' },
    gate,
    asOf: { ...text, description: 'The day by which waivers were judged, in UTC.' },
    comparison,
    trust,
    waivers,
    coverage,
    verdicts: {
      description: 'What is listed in results: all verdicts, or only fail, unknown and waived.',
      enum: ['findings', 'all'],
    },
    inputs: { type: 'array', items: input },
    accounts: {
      description: 'The accounts of a live run; empty when only files were scanned.',
      type: 'array',
      items: account,
    },
    problems: {
      description: 'What could not be read, parsed, resolved or reached.',
      type: 'array',
      items: problem,
    },
    notConfigured: {
      description: 'Rules that did not run because a required parameter has no value.',
      type: 'array',
      items: notConfigured,
    },
    leftOut,
    notCreated: {
      description: 'Resources that an input declares and does not make, or that a plan takes away.',
      type: 'array',
      items: notCreated,
    },
    rules: { description: 'The rules that ran.', type: 'array', items: rule },
    results: { type: 'array', items: result },
  },
} as const;
