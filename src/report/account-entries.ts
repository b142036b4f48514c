import { causes } from '../model/cause.ts';
import { count, text, texts } from './basic-entries.ts';

/** What a result says of an account of a live run. */
export const account = {
  type: 'object',
  required: ['id', 'status', 'regions', 'rows'],
  properties: {
    id: text,
    name: text,
    path: { ...texts, description: 'Names of the organisational units from the root to the account.' },
    status: { enum: ['assessed', 'partial', 'not-assessed', 'skipped'] },
    reason: { ...text, description: 'Why it is not wholly assessed.' },
    regions: texts,
    calls: count,
    throttled: count,
    rows: {
      description: 'The services that were not wholly read.',
      type: 'array',
      items: {
        type: 'object',
        required: ['service', 'region', 'status'],
        properties: {
          service: text,
          region: { ...text, description: 'global for what belongs to no Region.' },
          status: { enum: ['partial', 'failed'] },
          cause: { enum: causes },
          detail: text,
        },
      },
    },
  },
} as const;
