import type { CompactFields } from '../shape.ts';

export const tagDefinition: CompactFields = { Key: 'string!', Value: 'string!' };

export const listTags = { property: 'Tags', shape: 'list' } as const;

/** Addresses of the pages of one API reference. */
export const api =
  (prefix: string) =>
  (action: string): string =>
    `${prefix}${action}.html`;
