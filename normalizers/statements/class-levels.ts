import { classesNamed } from '../../src/model/facts/budget-classes.js';
import { withoutNumber } from './line-numbering.js';

/** Items that stand under many classes, each the third level of a function class. */
const GENERIC = /^(行政运行|一般行政管理事务|机关服务|事业运行)$/;

/**
 * Depths of items that print only the names of function or economy classes: 类, then 款 and 项 where the code of the class begins with that of the
 * class they stand under. Null where the name is none, or no class above fits.
 */
export function classLevels(items: readonly string[]): (number | null)[] {
  let path: string[] = [];
  let before = '';
  return items.map((item) => {
    const name = withoutNumber(item);
    if (GENERIC.test(name)) return path.length >= 2 ? 3 : null;
    const fitting = classesNamed(name)
      .map(({ code }) => code)
      .filter((code) => depthOf(code) === 1 || path[depthOf(code) - 2] === code.slice(0, -2))
      .sort((a, b) => depthOf(a) - depthOf(b));
    const again = name === before ? fitting.filter((code) => depthOf(code) > path.length) : fitting;
    const code = again.findLast((each) => depthOf(each) <= path.length + 1);
    before = name;
    if (code === undefined) return null;
    path = [...path.slice(0, depthOf(code) - 1), code];
    return depthOf(code);
  });
}

const depthOf = (code: string): number => (code.length - 1) / 2;
