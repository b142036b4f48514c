import { causes } from '../model/cause.ts';
import { verdicts } from '../model/finding.ts';
import { scopeKinds } from '../model/resource.ts';
import { confidences, severities } from '../model/rule.ts';
import { count, text, texts } from './basic-entries.ts';
import { change, findingWaiver } from './gate-entries.ts';

const position = { type: 'integer', minimum: 1 } as const;

const region = {
  line: { ...position, description: 'From 1.' },
  column: { ...position, description: 'From 1, in UTF-16 code units.' },
  endLine: position,
  endColumn: { ...position, description: 'Exclusive.' },
} as const;

const place = {
  path: { ...text, description: 'Relative to the root of the repository, with / on every system.' },
  ...region,
  text: {
    ...text,
    description: 'The first line as it stands in the file; left out when it may hold a secret.',
  },
  lineHash: { ...text, description: 'The primaryLocationLineHash of GitHub code scanning.' },
} as const;

const placeKeys = ['path', 'line', 'column', 'endLine', 'endColumn'] as const;

const location = { type: 'object', required: placeKeys, properties: place } as const;

const relatedLocation = {
  type: 'object',
  required: [...placeKeys, 'message'],
  properties: { ...place, message: text },
} as const;

const severity = { enum: severities } as const;
const stage = { const: 'preview', description: 'It is shown and never gates.' } as const;
const confidence = { enum: confidences, description: 'How sure a failure is a real problem.' } as const;

export const input = {
  type: 'object',
  required: ['path', 'status', 'resources'],
  properties: {
    path: text,
    status: { enum: ['parsed', 'failed', 'skipped'] },
    format: text,
    reason: { ...text, description: 'Why it was skipped or could not be read.' },
    resources: count,
  },
} as const;

export const problem = {
  type: 'object',
  required: ['cause', 'message'],
  properties: {
    cause: { enum: causes },
    message: text,
    path: text,
    region: { type: 'object', required: ['line', 'column', 'endLine', 'endColumn'], properties: region },
    account: text,
    awsRegion: text,
    effect: { ...text, description: 'What is therefore not known.' },
    hint: { ...text, description: 'What to do about it.' },
    fatal: { const: true, description: 'The run ended with exit code 2 because of it.' },
  },
} as const;

export const leftOut = {
  description: 'Files and whole folders that were not looked at, by .gitignore and by the configuration.',
  type: 'object',
  required: ['ignored', 'excluded'],
  properties: { ignored: count, excluded: count },
} as const;

export const notCreated = {
  type: 'object',
  required: ['path', 'reason', 'resources'],
  properties: { path: text, reason: text, resources: texts },
} as const;

export const notConfigured = {
  type: 'object',
  required: ['rule', 'parameters'],
  properties: {
    rule: text,
    parameters: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'description'],
        properties: { name: text, description: text, example: true },
      },
    },
  },
} as const;

export const rule = {
  type: 'object',
  required: [
    'id',
    'title',
    'severity',
    'confidence',
    'subject',
    'why',
    'fix',
    'themes',
    'aka',
    'references',
    'since',
    'aliases',
  ],
  properties: {
    id: text,
    title: text,
    severity,
    confidence,
    stage,
    subject: {
      description: 'What it judges: resources of these types, or a scope.',
      oneOf: [
        {
          type: 'object',
          required: ['kind', 'types'],
          properties: { kind: { const: 'resource' }, types: texts },
        },
        {
          type: 'object',
          required: ['kind', 'scope'],
          properties: { kind: { const: 'scope' }, scope: { enum: scopeKinds } },
        },
      ],
    },
    why: text,
    fix: {
      type: 'object',
      required: ['summary'],
      properties: { summary: text, cloudformation: text, terraform: text, cli: text },
    },
    themes: texts,
    aka: {
      description: 'Ids of the same check in other tools.',
      type: 'object',
      additionalProperties: texts,
    },
    references: texts,
    since: text,
    aliases: texts,
  },
} as const;

const resource = {
  type: 'object',
  required: ['type', 'id', 'name'],
  properties: {
    type: { ...text, description: 'The CloudFormation type, whatever it was read from.' },
    id: { ...text, description: 'File-relative address or ARN; the same in every run.' },
    name: text,
    account: text,
    region: text,
    construct: { ...text, description: 'Path in the CDK construct tree.' },
  },
} as const;

export const result = {
  type: 'object',
  required: [
    'id',
    'rule',
    'title',
    'severity',
    'confidence',
    'verdict',
    'message',
    'chain',
    'resource',
    'related',
    'waiver',
  ],
  properties: {
    id: { ...text, minLength: 1, description: 'Never depends on a line number or a message.' },
    rule: text,
    title: text,
    severity,
    confidence,
    stage,
    verdict: { enum: verdicts },
    cause: { enum: causes, description: 'Why it is unknown.' },
    message: text,
    chain: { ...texts, description: 'From the property to what is missing.' },
    resource,
    property: { ...text, description: 'The property path that the finding speaks of.' },
    location: { ...location, description: 'Left out for what was read from a live account.' },
    related: { type: 'array', items: relatedLocation },
    fix: { ...text, description: 'The summary of the fix of the rule.' },
    change,
    waiver: findingWaiver,
  },
} as const;
