export type FigureKind = 'money' | 'percent' | 'count';

/** A figure of the prose with its unit. */
export interface SaidFigure {
  kind: FigureKind;
  start: number;
  end: number;
  /** Without separators: 1234.56. */
  figure: string;
  unit: string;
}

const NUMBER =
  '(?<![\\d.,A-Za-z〔])(?:(?<=[加少降长升减为])-)?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?![\\d.,])';
const MONEY = '亿元|百万元|千元|万元|元';
const COUNTS = '辆|台(?:（套）|/套)?|套|人次|批次|人|名|平方米|个';
/** Bounds, rates and rough amounts state nothing: 100万元（含）以上, 90元/月, 约3万元. */
const AFTER = '(?!(?:（含）)?及?以[上下内外]|（含）|左右|不等|/|每|多)';
const BEFORE = '(?<!约|近|超|超过|高于|低于|不足|突破|达到|力争|最高|不少于|至少|每|人均|平均每[辆人批次])';

const FIGURE = new RegExp(
  `${BEFORE}(?<number>${NUMBER})(?:(?<money>${MONEY})(?:\\k<money>)?|(?<percent>%)|(?<count>${COUNTS}))${AFTER}`,
  'g',
);

/** The figures of a plain text that stand for an amount, a percentage or a count, from the left. */
export const figuresOf = (text: string): SaidFigure[] =>
  [...text.matchAll(FIGURE)].map((match) => {
    const { number = '', money, percent, count } = match.groups ?? {};
    return {
      kind: money ? 'money' : percent ? 'percent' : 'count',
      start: match.index,
      end: match.index + match[0].length,
      figure: number.replace(/,/g, ''),
      unit: money ?? percent ?? count ?? '',
    };
  });
