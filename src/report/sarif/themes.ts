import type { ToolComponent } from 'sarif';

import type { Report, RuleSummary } from '../../model/report.ts';
import { line } from './text.ts';

/** The themes of all rules, sorted. */
export function themesOf(rules: readonly RuleSummary[]): string[] {
  return [...new Set(rules.flatMap(({ themes }) => themes))].toSorted();
}

/** The themes as a taxonomy that rules point into. A compliance framework would be one more of these. */
export function themesTaxonomy(themes: readonly string[], { version }: Report['tool']): ToolComponent {
  return {
    name: 'plumbline-themes',
    version,
    shortDescription: { text: 'What a rule is about.' },
    isComprehensive: false,
    taxa: themes.map(id => ({ id: id.toWellFormed(), name: line(id, 'theme') })),
  };
}
