import type { UnknownWord } from '../../model/facts/user-error.js';
import { namesIn } from '../../model/sql/sql-parameters.js';
import { VIEWS, type View } from '../../model/views.js';

/** What SQLite (and better-sqlite3) say of a statement that is wrong, and the same in words for people. */
const FAULTS: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^no such table: (.+)$/, (name) => `没有视图 ${name}；有哪些视图见 mingzhang sql --schema`],
  [/^no such function: (.+)$/, (name) => `没有函数 ${name}`],
  [/^near "(.*)": syntax error$/s, (near) => `“${near}”附近的写法不对`],
  [/^unrecognized token: "(.*)"$/s, (token) => `认不出“${token}”；引号、括号须成对`],
  [/^incomplete input$/, () => '语句没有写完'],
  [
    /^misuse of (?:aggregate|aggregate function|window function):? ?(.+)$/,
    (name) => `${name} 不能用在这个位置`,
  ],
  [/^wrong number of arguments to function (.+)$/, (name) => `函数 ${name} 的参数个数不对`],
  [/^malformed JSON$/, () => '有的值不是 JSON，不能用 JSON 函数读'],
  [/^integer overflow$/, () => '整数超出范围'],
  [/^datatype mismatch$/, () => 'LIMIT、OFFSET 须是整数'],
  [/^not authorized$/, () => '用了不允许的函数'],
  [/^string or blob too big$/, () => '有的值太长（超过 512 MB）；请用 substr() 截短，或少并几行'],
  [/^Missing named parameters?/, () => '语句里的 :名称 没有都给出值；请用 --param 名称=值'],
  [/^Too (?:few|many) parameter values/, () => '给出的值与语句里的 ? 个数不同'],
  [/more than one statement/, () => '一次只能运行一条语句'],
  [/contains no statements/, () => '没有语句'],
  [/number of result columns$/, () => 'UNION 两边的列数不同'],
  [
    /^sub-select returns (\d+) columns - expected (\d+)/,
    (has, wants) => `子查询有 ${has} 列，应为 ${wants} 列`,
  ],
  [/^at most (\d+) tables in a join$/, (most) => `最多连接 ${most} 个视图`],
  [/^too many (.+)$/, () => '语句太复杂；请分成几步'],
  [/^(?:Expression tree is too large|Recursion limit|parser stack overflow)/, () => '语句太复杂；请分成几步'],
  [/^LIKE or GLOB pattern too complex$/, () => 'LIKE、GLOB 的样式太长'],
];

/**
 * A fault of a statement in Chinese; SQLite's own words only where it has none for them, and marked as such.
 * @param place where it stands, where that is known
 */
export function sqlFault(sql: string, said: string, place: string | null): string {
  const column = columnFault(sql, said);
  if (column !== null) return faultInWords(column, place);
  for (const [pattern, words] of FAULTS) {
    const found = pattern.exec(said);
    if (found) return faultInWords(words(...found.slice(1)), place);
  }
  return faultAsSaid(said);
}

/** The sentence for a fault that there are words for. */
export const faultInWords = (words: string, place: string | null): string =>
  `SQL 有误：${place === null ? '' : `${place}，`}${words}`;

/** The sentence for any other. */
export const faultAsSaid = (said: string): string => `SQL 有误，数据库不接受（技术细节：${said}）`;

const COLUMN = /^(no such|ambiguous) column(?: name)?: (?:(.*)\.)?(.+)$/;

/** What is wrong with the name of a column, by the views the statement names; null: nothing is. */
function columnFault(sql: string, said: string): string | null {
  const [, fault, of, name] = COLUMN.exec(said) ?? [];
  if (fault === undefined || name === undefined) return null;
  const named = namesIn(sql);
  const views = VIEWS.flatMap((view) =>
    [view.name, `current_${view.name}`].flatMap((each) => (named.has(each) ? [{ ...view, name: each }] : [])),
  );
  const having = (among: readonly View[]): string[] =>
    among
      .filter(({ columns }) => columns.some((column) => column.name === name.toLowerCase()))
      .map((view) => view.name);
  const here = having(views);
  if (fault === 'ambiguous') {
    return here.length > 1
      ? `${here.join('、')} 都有列 ${name}，不知是哪一个；请写成 ${here[0]}.${name}，有别名的用别名`
      : `语句里几处都有列 ${name}，不知是哪一个；请写成“视图.${name}”，有别名的用别名`;
  }
  if (here.length > 0 && of !== undefined) {
    return `没有列 ${of}.${name}；列 ${name} 在 ${here.join('、')} 里，请用它在语句里的名字，有别名的用别名`;
  }
  const elsewhere = here.length > 0 ? [] : having(VIEWS);
  return elsewhere.length > 0 && views.length > 0
    ? `${views.map((view) => view.name).join('、')} 没有列 ${name}；有这一列的视图：${elsewhere.join('、')}`
    : `没有列 ${of === undefined ? name : `${of}.${name}`}；各视图的列见 mingzhang sql --schema，文字要用单引号括起`;
}

/** The view or column SQLite does not know, and those there are. */
export function unknownName(said: string): UnknownWord | undefined {
  const [, what, name] = /^no such (table|column): (?:.*\.)?(.+)$/.exec(said) ?? [];
  if (name === undefined) return undefined;
  const known =
    what === 'table'
      ? VIEWS.map((view) => view.name)
      : VIEWS.flatMap(({ columns }) => columns.map((column) => column.name));
  return known.includes(name.toLowerCase()) ? undefined : { word: name, known };
}
