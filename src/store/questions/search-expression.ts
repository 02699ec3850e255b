import { matchPhrase } from '../derived/search-words.js';
import { QueryError } from '../ground/query-error.js';

export interface SearchExpression {
  /** For FTS5 MATCH. */
  match: string;
  /** Texts a result holds one or more of: what is looked for, without what is excluded. */
  terms: string[];
  /** For FTS5 MATCH: any of these texts in the name. */
  inName: string;
}

/** SQLite parses about a hundred nested operators; nobody asks for this many words. */
const MOST_WORDS = 50;
const MOST_TOKENS = 200;
const LONGEST_SEARCH = 2000;

const TOKEN = /\s*([()（）]|"[^"]*"|“[^”]*”|[^\s()（）"“”]+)/gy;

/**
 * Reads a search: words side by side must all occur, `OR` one of two, `NOT` excludes, parentheses group, `"…"` takes blanks
 * and operators literally. A word of several characters is found as it stands, whatever is printed between lines.
 * @throws QueryError when it cannot be read, looks for nothing, or is too long
 */
export function searchExpression(text: string): SearchExpression {
  const reader = new ExpressionReader(tokensOf(text));
  const match = reader.read();
  const phrases = [...new Set(reader.phrases)];
  return { match, terms: reader.terms, inName: `name : (${phrases.join(' OR ')})` };
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
class ExpressionReader {
  readonly terms: string[] = [];
  readonly phrases: string[] = [];
  private next = 0;
  private excluded = 0;

  constructor(private readonly tokens: readonly string[]) {}

  read(): string {
    const match = this.either();
    if (this.next < this.tokens.length) throw new QueryError(`检索式在 ${this.tokens[this.next]} 处多出内容`);
    return match;
  }

  private take(token: string): boolean {
    const found = this.tokens[this.next] === token;
    if (found) this.next += 1;
    return found;
  }

  private either(): string {
    let match = this.all();
    while (this.take('OR')) match = `(${match} OR ${this.all()})`;
    return match;
  }

  private all(): string {
    let match = this.one();
    for (;;) {
      const joined = this.take('AND');
      if (this.take('NOT')) match = `(${match} NOT ${this.without()})`;
      else if (joined || this.begins()) match = `(${match} AND ${this.one()})`;
      else return match;
    }
  }

  private begins(): boolean {
    const token = this.tokens[this.next];
    return token !== undefined && token !== ')' && token !== 'OR';
  }

  private without(): string {
    this.excluded += 1;
    const match = this.one();
    this.excluded -= 1;
    return match;
  }

  private one(): string {
    if (this.take('(')) {
      const match = this.either();
      if (!this.take(')')) throw new QueryError('检索式的括号没有成对');
      return match;
    }
    const token = this.tokens[this.next];
    if (token === undefined) throw new QueryError('检索式在此处缺少检索词：末尾');
    if ([')', 'AND', 'OR', 'NOT'].includes(token)) {
      throw new QueryError(`检索式在 ${token} 前缺少检索词；要查找这个词本身，请加引号`);
    }
    this.next += 1;
    const term = token.replace(/^["“]|["”]$/g, '');
    const phrase = matchPhrase(term);
    if (phrase === null) throw new QueryError(`检索词 ${token} 中没有文字或数字`);
    if (this.excluded === 0) {
      this.terms.push(term);
      this.phrases.push(phrase);
    }
    return phrase;
  }
}
