import type { FormatSection, SectionCondition } from './section.js';

export interface Chosen {
  section: FormatSection;
  /** The section is for negative numbers alone and says so itself, by a sign, brackets or a colour. */
  dropsSign: boolean;
}

/**
 * The section of a number format that holds for a number (ECMA-376 part 1, 18.8.31): positive; negative; zero; text. With
 * conditions the first that holds, else the one behind them.
 */
export function chooseSection(sections: readonly FormatSection[], value: number): Chosen {
  const isTextLast = sections.at(-1)?.kind === 'text';
  const numeric = sections.length > 3 ? sections.slice(0, 3) : isTextLast ? sections.slice(0, -1) : sections;
  const [first = GENERAL, second, third] = numeric;
  if (!first.condition && !second?.condition) {
    if (value < 0 && second) return { section: second, dropsSign: true };
    return { section: (value === 0 ? third : undefined) ?? first, dropsSign: false };
  }
  const ofSecond = second?.condition ?? (third ? { operator: '<', limit: 0 } : undefined);
  const ofFirst = first.condition ?? { operator: '>', limit: 0 };
  const dropsSign = (condition: SectionCondition | undefined): boolean =>
    value < 0 && condition !== undefined && isNegativeOnly(condition);
  if (holds(ofFirst, value)) return { section: first, dropsSign: dropsSign(ofFirst) };
  if (second && (!ofSecond || holds(ofSecond, value))) {
    const rest = ofFirst.limit === 0 && ofFirst.operator.startsWith('>') ? NEGATIVE : undefined;
    return { section: second, dropsSign: dropsSign(ofSecond ?? rest) };
  }
  return { section: third ?? second ?? first, dropsSign: false };
}

const GENERAL: FormatSection = { tokens: [{ kind: 'general' }], kind: 'general' };
const NEGATIVE: SectionCondition = { operator: '<', limit: 0 };

const isNegativeOnly = ({ operator, limit }: SectionCondition): boolean =>
  operator === '<' ? limit <= 0 : (operator === '<=' || operator === '=') && limit < 0;

function holds({ operator, limit }: SectionCondition, value: number): boolean {
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    default:
      return value !== limit;
  }
}
