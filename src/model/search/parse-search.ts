import { QueryError } from '../facts/query-error.js';
import { BREAK, searchedText } from './searched-text.js';

/** What is looked for: a text, two things together, one of two, or one without the other. */
export type Search =
  | { kind: 'term'; text: string }
  | { kind: 'and' | 'or' | 'not'; left: Search; right: Search };

/** Engines parse about a hundred nested operators; nobody asks for this many words. */
const MOST_WORDS = 50;
const MOST_TOKENS = 200;
const LONGEST_SEARCH = 2000;

const TOKEN = /\s*([()（）]|"[^"]*"|“[^”]*”|[^\s()（）"“”]+)/gy;

/**
 * Reads a search: words side by side must all occur, `OR` one of two, `NOT` excludes, parentheses group, `"…"` takes blanks
 * and operators literally. A word of several characters is found as it stands, whatever is printed between lines.
 * @throws QueryError when it cannot be read, looks for nothing, or is too long
 */
export const parseSearch = (text: string): Search => new SearchReader(tokensOf(text)).read();

/** Texts a result holds one or more of: what is looked for, without what is excluded. */
export function searchTerms(search: Search): string[] {
  if (search.kind === 'term') return [search.text];
  const left = searchTerms(search.left);
  return search.kind === 'not' ? left : [...left, ...searchTerms(search.right)];
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_SEARCH) {
    throw new QueryError(`检索式太长（${trimmed.length} 字），最多 ${LONGEST_SEARCH} 字；请只留要紧的词`);
  }
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(trimmed)?.[1];
    if (token === undefined) throw new QueryError(`检索词 ${trimmed.slice(at)} 的引号没有成对`);
    tokens.push(token.replace('（', '(').replace('）', ')'));
  }
  const words = tokens.filter((token) => !OPERATORS.has(token)).length;
  if (words > MOST_WORDS) {
    throw new QueryError(`检索词太多（${words} 个），最多 ${MOST_WORDS} 个；请只留要紧的词`);
  }
  if (tokens.length > MOST_TOKENS) throw new QueryError('检索式的括号或 AND、OR、NOT 太多；请写得简单些');
  return tokens;
}

const OPERATORS = new Set(['(', ')', 'AND', 'OR', 'NOT']);

/** Recursive descent: either := all (OR all)*, all := one ((AND | NOT | AND NOT)? one)*, one := "(" either ")" | term. */
class SearchReader {
  private next = 0;

  constructor(private readonly tokens: readonly string[]) {}

  read(): Search {
    const search = this.either();
    if (this.next < this.tokens.length) throw new QueryError(`检索式在 ${this.tokens[this.next]} 处多出内容`);
    return search;
  }

  private take(token: string): boolean {
    const found = this.tokens[this.next] === token;
    if (found) this.next += 1;
    return found;
  }

  private either(): Search {
    let search = this.all();
    while (this.take('OR')) search = { kind: 'or', left: search, right: this.all() };
    return search;
  }

  private all(): Search {
    let search = this.one();
    for (;;) {
      const joined = this.take('AND');
      if (this.take('NOT')) search = { kind: 'not', left: search, right: this.one() };
      else if (joined || this.begins()) search = { kind: 'and', left: search, right: this.one() };
      else return search;
    }
  }

  private begins(): boolean {
    const token = this.tokens[this.next];
    return token !== undefined && token !== ')' && token !== 'OR';
  }

  private one(): Search {
    if (this.take('(')) {
      const search = this.either();
      if (!this.take(')')) throw new QueryError('检索式的括号没有成对');
      return search;
    }
    const token = this.tokens[this.next];
    if (token === undefined) throw new QueryError('检索式在此处缺少检索词：末尾');
    if ([')', 'AND', 'OR', 'NOT'].includes(token)) {
      throw new QueryError(`检索式在 ${token} 前缺少检索词；要查找这个词本身，请加引号`);
    }
    this.next += 1;
    const text = token.replace(/^["“]|["”]$/g, '');
    if (!searchedText(text).some(({ character }) => character !== BREAK)) {
      throw new QueryError(`检索词 ${token} 中没有文字或数字`);
    }
    return { kind: 'term', text };
  }
}
