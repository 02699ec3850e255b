import { formatNumber } from '../tables/format-number.js';
import { dingbatText } from './dingbat-text.js';
import type { ListLevel, NumberedList } from './read-numbering.js';

const DEEPEST_LEVEL = 8;

/** What is printed before a paragraph of a list. */
export interface ListLabel {
  text: string;
  /** A mark that is the same for all; it says nothing where the paragraph holds no text. */
  bullet: boolean;
}

export const NO_LABEL: ListLabel = { text: '', bullet: false };

/** The automatic numbers of a document, counted in the order in which paragraphs ask for them. */
export class ListLabels {
  /** Counters by abstract list; a level passed over counts as used (2.1.1 as the first of its list is followed by 2.2). */
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(private readonly lists: ReadonlyMap<string, NumberedList>) {}

  /** Counts one paragraph of a list and gives the label printed before it (`一、`, `2.1 `, `● `). */
  next(listId: string, level: number): ListLabel {
    const list = this.lists.get(listId);
    const at = Math.min(Math.max(level, 0), DEEPEST_LEVEL);
    const definition = list?.levels.get(at);
    if (!list || !definition) return NO_LABEL;
    const counters = this.count(list, listId, at, definition);
    const text = withSuffix(labelText(list, counters, definition), definition.suffix);
    return { text, bullet: definition.format === 'bullet' };
  }

  /** Level a paragraph style is tied to within a list. */
  levelOfStyle(listId: string, styleId: string): number | null {
    for (const [level, { style }] of this.lists.get(listId)?.levels ?? []) {
      if (style === styleId) return level;
    }
    return null;
  }

  private count(list: NumberedList, listId: string, at: number, level: ListLevel): (number | undefined)[] {
    let counters = this.counters.get(list.abstractId);
    if (!counters) {
      counters = [];
      this.counters.set(list.abstractId, counters);
    }
    const override = list.startOverrides.get(at);
    const first = `${listId}:${at}`;
    const before = counters[at];
    if (override !== undefined && !this.begun.has(first)) counters[at] = override;
    else counters[at] = before === undefined ? (override ?? level.start) : before + 1;
    this.begun.add(first);
    for (let higher = 0; higher < at; higher++) counters[higher] ??= list.levels.get(higher)?.start;
    for (let deeper = at + 1; deeper <= DEEPEST_LEVEL; deeper++) {
      const after = list.levels.get(deeper)?.restartAfter ?? deeper;
      if (at < after) counters[deeper] = undefined;
    }
    return counters;
  }
}

function labelText(list: NumberedList, counters: readonly (number | undefined)[], level: ListLevel): string {
  if (level.format === 'bullet') {
    return [...level.text].map((mark) => dingbatText(level.font, mark.codePointAt(0) ?? 0) ?? mark).join('');
  }
  return level.text.replace(/%([1-9])/g, (_, place: string) => {
    const value = counters[Number(place) - 1];
    const other = list.levels.get(Number(place) - 1);
    if (value === undefined || !other || other.format === 'bullet') return '';
    return formatNumber(value, level.arabic ? 'decimal' : other.format, other.pattern);
  });
}

/** A tab or space parts label and text, unless the label ends in a full-width sign that carries its own space. */
function withSuffix(label: string, suffix: ListLevel['suffix']): string {
  if (label === '' || suffix === 'nothing' || /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]$/.test(label))
    return label;
  return `${label} `;
}
