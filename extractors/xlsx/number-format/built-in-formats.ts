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

/** Those that mean the same in all languages, and the Thai ones from 59 on (ECMA-376 part 1, 18.8.30). */
const COMMON_FORMATS: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'm/d/yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [59, '0'],
  [60, '0.00'],
  [61, '#,##0'],
  [62, '#,##0.00'],
  [67, '0%'],
  [68, '0.00%'],
  [69, '# ?/?'],
  [70, '# ??/??'],
  [71, 'm/d/yy'],
  [72, 'm/d/yy'],
  [73, 'd-mmm-yy'],
  [74, 'd-mmm'],
  [75, 'mmm-yy'],
  [76, 'h:mm'],
  [77, 'h:mm:ss'],
  [78, 'm/d/yy h:mm'],
  [79, 'mm:ss'],
  [80, '[h]:mm:ss'],
  [81, 'mmss.0'],
]);

/** The format of an id that a file does not declare. */
export const builtInFormat = (id: number): string =>
  BUILT_IN_FORMATS.get(id) ?? COMMON_FORMATS.get(id) ?? 'General';
