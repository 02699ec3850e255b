import { type OutdatedClassName, outdatedClassName } from '../../model/facts/budget-classes.js';

/** Old names that the prose prints as those of classes: with 类, 款, 项 or their code in brackets behind them. */
export function outdatedClassesIn(text: string, year: number): OutdatedClassName[] {
  const classes = text
    .replace(/\s+/g, '')
    .matchAll(/([\p{Script=Han}]{2,20})[(（](类级?|款级?|项级?|2\d{2,6})[)）]/gu);
  return [...classes].flatMap(([, name = '', mark = '']) => {
    const code = /\d/.test(mark) ? mark : null;
    return (
      outdatedClassName(name, code, year) ??
      outdatedClassName(name.replace(/^(用于|其中|列入|包括)/, ''), code, year) ??
      []
    );
  });
}
