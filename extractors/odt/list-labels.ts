import { formatNumber } from '../tables/format-number.js';
import { symbolText } from '../tables/symbol-text.js';
import type { ListLevel, ListStyle } from './read-styles.js';

/** Number formats by their first character (ODF 1.3 part 3, section 19.508, and the ones LibreOffice adds), as OOXML names them. */
const FORMATS = new Map([
  ['1', 'decimal'],
  ['0', 'decimalZero'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['１', 'decimalFullWidth'],
  ['一', 'chineseCounting'],
  ['壹', 'chineseLegalSimplified'],
  ['①', 'decimalEnclosedCircle'],
  ['甲', 'ideographTraditional'],
  ['子', 'ideographZodiac'],
]);
const TRADITIONAL = /^壹, ?[貳贰弐].*參|^壹, ?貳/;
const DEEPEST_LEVEL = 10;

/** Counts the paragraphs of one list, on all its levels. */
export class ListCounter {
  private readonly counts: (number | undefined)[] = [];

  constructor(private readonly style: ListStyle) {}

  /**
   * Counts a paragraph and gives the label printed before it (`一、`, `2.1 `, `● `); '' where the level has none.
   *
   * @param level from 1
   * @param startValue of the paragraph, where it begins the numbers anew
   */
  next(level: number, startValue: number | undefined): string {
    const at = Math.min(level, DEEPEST_LEVEL);
    const definition = this.style.get(at);
    const before = this.counts[at];
    this.counts[at] = startValue ?? (before === undefined ? (definition?.start ?? 1) : before + 1);
    this.counts.length = at + 1;
    return definition === undefined ? '' : this.label(definition, at);
  }

  /** Whether nothing but a mark that is the same for all stands before paragraphs of the level. */
  isBullet(level: number): boolean {
    return this.style.get(Math.min(level, DEEPEST_LEVEL))?.bullet ?? false;
  }

  private label(definition: ListLevel, at: number): string {
    if (definition.format === '') return '';
    const sign = definition.bullet ? bulletSign(definition) : this.numbers(definition, at);
    return parted(`${definition.prefix}${sign}${definition.suffix}`, definition.followedBy);
  }

  private numbers(definition: ListLevel, at: number): string {
    const numbers: string[] = [];
    for (let level = Math.max(1, at - definition.shown + 1); level <= at; level++) {
      const each = this.style.get(level);
      if (!each || each.bullet || each.format === '') continue;
      numbers.push(formatNumber(this.counts[level] ?? each.start, formatOf(each.format)));
    }
    return numbers.join('.');
  }
}

const formatOf = (format: string): string =>
  TRADITIONAL.test(format) ? 'ideographLegalTraditional' : (FORMATS.get(format.charAt(0)) ?? 'decimal');

/** Signs of symbol fonts stand in the private use area. */
const bulletSign = ({ format, font }: ListLevel): string =>
  [...format]
    .map((mark) => (/[\uf000-\uf0ff]/.test(mark) ? symbolText(mark.charCodeAt(0), font) : mark))
    .join('');

/** A tab or space parts label and text, unless the label ends in a full-width sign that carries its own space. */
const parted = (label: string, followedBy: string): string =>
  label === '' || followedBy === 'nothing' || /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]$/.test(label)
    ? label
    : `${label} `;
