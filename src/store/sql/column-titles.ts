import { sqlTokens, sqlWord } from '../server/translate.js';

const ENDS_LIST = /^(?:FROM|WHERE|GROUP|HAVING|ORDER|LIMIT|OFFSET|UNION|EXCEPT|INTERSECT|WINDOW|;)$/;

/**
 * Titles of the columns as SQLite has them: an expression without a name is titled by its text, where the server names it by its
 * function or not at all.
 * @param columns as the server titles them; they stay where the statement does not list them one by one (`*`)
 */
export function columnTitles(sql: string, columns: readonly string[]): string[] {
  const items = selectedItems(sql);
  const isListed = items.length === columns.length && items.every((item) => item.at(-1)?.trim() !== '*');
  return columns.map((column, n) => {
    const item = isListed ? (items[n] ?? []) : [];
    const last =
      item
        .at(-1)
        ?.trim()
        .replace(/^"(.*)"$/, '$1') ?? column;
    return last.toLowerCase() === column.toLowerCase() ? column : item.join('').trim();
  });
}

/** Tokens of every item of the first SELECT that stands in no parentheses, each with the blank before it. */
function selectedItems(sql: string): string[][] {
  const { tokens, isApart } = sqlTokens(sql);
  let items: string[][] | null = null;
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    const word = sqlWord(token);
    const before = sqlWord(tokens[at - 1] ?? '');
    if (depth === 0 && items === null) {
      if (word === 'SELECT') items = [[]];
    } else if (depth === 0 && ENDS_LIST.test(word) && before !== 'DISTINCT') break;
    else if (depth === 0 && token === ',') items?.push([]);
    else if (!(before === 'SELECT' && depth === 0 && /^(?:DISTINCT|ALL)$/.test(word))) {
      items?.at(-1)?.push(`${isApart[at] ? ' ' : ''}${token}`);
    }
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
  }
  return items ?? [];
}
