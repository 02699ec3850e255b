const MONTH = 'yyyy"年"m"月"';
const DAY = 'm"月"d"日"';
const HALF_MINUTE = '上午/下午h"时"mm"分"';
const HALF_SECOND = '上午/下午h"时"mm"分"ss"秒"';

/**
 * Built-in formats whose meaning Excel takes from the language of its user and need not write into the file, as Chinese Excel
 * has them, by id (ECMA-376 part 1, 18.8.30, zh-cn).
 */
export const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [5, '"¥"#,##0;"¥"\\-#,##0'],
  [6, '"¥"#,##0;[Red]"¥"\\-#,##0'],
  [7, '"¥"#,##0.00;"¥"\\-#,##0.00'],
  [8, '"¥"#,##0.00;[Red]"¥"\\-#,##0.00'],
  [27, MONTH],
  [28, DAY],
  [29, DAY],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, HALF_MINUTE],
  [35, HALF_SECOND],
  [36, MONTH],
  [41, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ '],
  [42, '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  [50, MONTH],
  [51, DAY],
  [52, MONTH],
  [53, DAY],
  [54, DAY],
  [55, HALF_MINUTE],
  [56, HALF_SECOND],
  [57, MONTH],
  [58, DAY],
]);
