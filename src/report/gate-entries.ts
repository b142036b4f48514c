import { changes } from '../model/finding.ts';
import { severities } from '../model/rule.ts';
import { waiverOutcomes, waiverStates } from '../model/waiver.ts';
import { count, text, texts } from './basic-entries.ts';

const waiverFields = {
  id: { ...text, description: 'Its own name, when it has one.' },
  reason: text,
  owner: text,
  approver: text,
  ticket: text,
  created: { ...text, description: 'YYYY-MM-DD, UTC.' },
  expires: { ...text, description: 'The last day on which it holds.' },
  origin: { enum: ['file', 'inline'] },
  where: { ...text, description: 'Where it is written: waivers.yaml:12:5.' },
} as const;

const needed = ['reason', 'owner', 'approver', 'ticket', 'created', 'expires', 'origin', 'where'] as const;

/** The waiver of one finding. */
export const findingWaiver = {
  description:
    'The waiver that names the finding: by which it is waived, or which does not hold; null without one.',
  type: ['object', 'null'],
  required: ['state', 'note', ...needed],
  properties: {
    ...waiverFields,
    state: { enum: waiverStates, description: 'Only an active one waives.' },
    note: { ...text, description: 'The state in words.' },
  },
} as const;

export const change = {
  enum: changes,
  description: 'Against a baseline or another commit; left out for a run that is compared with nothing.',
} as const;

export const waivers = {
  description: 'Every waiver of the run and what became of it.',
  type: 'array',
  items: {
    type: 'object',
    required: ['rule', 'resource', 'outcome', 'covers', 'remarks', ...needed],
    properties: {
      ...waiverFields,
      rule: text,
      resource: text,
      finding: text,
      maxFindings: count,
      outcome: { enum: waiverOutcomes },
      covers: { ...count, description: 'Failures that it names.' },
      remarks: { ...texts, description: 'What its owner has to do something about.' },
    },
  },
} as const;

const openCounts = {
  type: 'object',
  required: ['fail', 'unknown'],
  properties: { fail: count, unknown: count },
} as const;

const knownFindings = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'rule', 'verdict', 'severity', 'resource', 'message'],
    properties: {
      id: text,
      rule: text,
      verdict: { enum: ['fail', 'unknown'] },
      severity: { enum: severities },
      resource: text,
      property: text,
      message: text,
    },
  },
} as const;

export const comparison = {
  description: 'What the run was compared with: a baseline, another commit. Only new findings gate.',
  type: 'object',
  required: ['with', 'new', 'unchanged', 'fixed', 'notAssessed', 'notes'],
  properties: {
    with: texts,
    new: openCounts,
    unchanged: openCounts,
    fixed: { ...knownFindings, description: 'What was there and is not there any more.' },
    notAssessed: { ...knownFindings, description: 'What was there and was not looked at in this run.' },
    notes: { ...texts, description: 'What could not be compared.' },
  },
} as const;

export const trust = {
  description: 'The commit from which all that decides was taken, and what the scanned files would change.',
  type: 'object',
  required: ['ref', 'commit', 'changes'],
  properties: {
    ref: text,
    commit: text,
    changes: {
      type: 'array',
      items: {
        type: 'object',
        required: ['what', 'change', 'path'],
        properties: {
          what: { enum: ['configuration', 'policy', 'rule', 'waiver', 'baseline'] },
          change: { enum: ['added', 'changed', 'removed'] },
          path: text,
          detail: text,
        },
      },
    },
  },
} as const;
