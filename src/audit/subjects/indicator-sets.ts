import { plainText } from '../texts/plain-text.js';
import type { DisclosureSubject, FormEntry } from './subject.js';

/** Entries whose indicators and targets are the same, word for word. */
export interface IndicatorSet {
  entries: FormEntry[];
  /** How many indicators the set has; one with targets for the year and for the period is one. */
  size: number;
}

/** Fewer may agree by chance. */
const FEWEST = 4;

/** The projects' indicators and targets, cost left out; one group for each set. */
export function indicatorSets({ forms }: DisclosureSubject): IndicatorSet[] {
  const groups = new Map<string, IndicatorSet>();
  for (const entry of forms.flatMap((form) => form.entries)) {
    const compared = entry.indicators.filter(({ level1 }) => level1 !== '成本指标');
    const keys = new Set(compared.map(({ name, target }) => `${plainText(name)}|${plainText(target ?? '')}`));
    const size = new Set(compared.map(({ name }) => plainText(name))).size;
    if (entry.project === null || size < FEWEST) continue;
    const key = [...keys].sort().join('\n');
    const group = groups.get(key);
    if (group) group.entries.push(entry);
    else groups.set(key, { entries: [entry], size });
  }
  return [...groups.values()];
}
