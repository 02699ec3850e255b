import {
  CLASS_DIGITS,
  type ClassLevel,
  type OutdatedClassName,
  outdatedClassName,
} from '../../model/facts/budget-classes.js';

/** What stands behind a name that is meant as a class: （款）, （类级）, （支出经济分类科目类级）, （2101101）. */
const MARK = '(?:支出)?(?:(?:功能|经济)(?:分类)?)?(?:科目)?[类款项]级?|[235]\\d{2,6}';
const NAMED = new RegExp(`([\\p{Script=Han}]{2,20})[(（](${MARK})[)）]`, 'gu');

/** Old names that the prose prints as those of classes: with 类, 款, 项 or their code in brackets behind them. 支出 behind a name in force is prose. */
export function outdatedClassesIn(text: string, year: number): OutdatedClassName[] {
  return [...text.replace(/\s+/g, '').matchAll(NAMED)].flatMap(([, name = '', mark = '']) => {
    const code = /\d/.test(mark) ? mark : null;
    const level = levelIn(mark);
    const renamed =
      outdatedClassName(name, code, year, level) ??
      outdatedClassName(name.replace(/^(用于|其中|列入|包括)/, ''), code, year, level);
    return renamed && renamed.old !== `${renamed.new}支出` ? [renamed] : [];
  });
}

const levelIn = (mark: string): ClassLevel | null => {
  const last = mark.replace(/级$/, '').at(-1) ?? '';
  return Object.hasOwn(CLASS_DIGITS, last) ? (last as ClassLevel) : null;
};
