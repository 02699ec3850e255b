import { matchSql, rankSql } from './match-sql.js';

/** What a parameter is called: its place among those without names, or its name. */
type Key = number | string;

type Part =
  | string
  | { kind: 'value' | 'limit' | 'match'; key: Key }
  | { kind: 'rank'; weights: readonly number[] };

/** A statement in the words of SQLite, taken apart once; see {@link boundText}. */
export type TranslatedSql = readonly Part[];

/** Texts, quoted names, comments, casts, parameters, words, and every other character alone. */
const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|::|\?|[:@$][\p{L}_][\p{L}\p{N}_]*|[\p{L}_][\p{L}\p{N}_]*|\d+(?:\.\d+)?|\s+|[\s\S]/gu;

/** Names the server would write small. */
const MIXED = /^[a-z_]+[A-Z]\w*$/;

/** Words that mean the same by another name; `json_array` is a word of the grammar from PostgreSQL 16 on. */
const NAMES: Readonly<Record<string, string>> = {
  LIKE: 'ILIKE',
  REGEXP: '~',
  JSON_ARRAY: '"json_array"',
  GROUP_CONCAT: 'string_agg',
};

/** What ends an item of FROM that has no ON. */
const ENDS_ITEM =
  /^(?:JOIN|CROSS|LEFT|RIGHT|FULL|NATURAL|INNER|ON|USING|WHERE|GROUP|HAVING|ORDER|LIMIT|OFFSET|UNION|EXCEPT|INTERSECT|WINDOW|[,;)]|)$/;

/**
 * Takes a statement in the words of SQLite apart, for PostgreSQL: parameters, hints of indexes (left out: the server
 * plans by itself), CROSS JOIN … ON, LIMIT -1, LIKE whatever the case of Latin letters, REGEXP, items of FROM without a name, `group_concat`,
 * full text search. Functions SQLite has and PostgreSQL lacks are defined in the schema of the store.
 */
export function translate(sql: string): TranslatedSql {
  const { tokens, isApart } = sqlTokens(sql);
  const parts: Part[] = [];
  const open: Parenthesis[] = [];
  let [unnamed, aliases] = [0, 0];
  const keyOf = (token: string): Key => (token === '?' ? unnamed++ : token.slice(1));
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const next = tokens[at + 1] ?? '';
    const [word, following] = [sqlWord(token), sqlWord(next)];
    const left = leftOut(tokens, at);
    if (left > 0) {
      at += left - 1;
      continue;
    }
    if (isApart[at]) parts.push(' ');
    if (word === 'NOT' && following === 'REGEXP') {
      at += 1;
      parts.push('!~');
    } else if (token === 'search_index' && following === 'MATCH') {
      at += 2;
      parts.push({ kind: 'match', key: keyOf(tokens[at] ?? '') });
    } else if (token === 'bm25') {
      const end = tokens.indexOf(')', at);
      const weights = tokens.slice(at, end).filter((each) => /^\d/.test(each));
      parts.push({ kind: 'rank', weights: weights.map(Number) });
      at = end;
    } else if (word === 'LIMIT' && isParameter(next)) {
      at += 1;
      parts.push('LIMIT ', { kind: 'limit', key: keyOf(next) });
    } else if (token === '(') {
      const kind = parenthesis(sqlWord(tokens[at - 1] ?? ''), following);
      open.push(kind);
      parts.push(token);
      if (kind !== 'joining') continue;
      if (following === 'DISTINCT') at += 1;
      parts.push(following === 'DISTINCT' ? 'DISTINCT (' : '(');
    } else if (token === ',' && open.at(-1) === 'joining') {
      open.splice(-1, 1, 'other');
      parts.push(')::text,');
    } else if (word === 'ORDER' && open.at(-1) === 'joining') {
      open.splice(-1, 1, 'other');
      parts.push(`${WITHOUT_SEPARATOR} `, token);
    } else if (token === ')') {
      const kind = open.pop();
      if (kind === 'joining') parts.push(WITHOUT_SEPARATOR);
      parts.push(token);
      if (kind === 'item' && ENDS_ITEM.test(following)) parts.push(` AS item${++aliases}`);
    } else if (isParameter(token)) parts.push({ kind: 'value', key: keyOf(token) });
    else if (MIXED.test(token) && next !== '(') parts.push(`"${token}"`);
    else parts.push(NAMES[word] ?? token);
  }
  return parts;
}

/** What an open parenthesis holds: an item of FROM, what `group_concat` joins, or anything else. */
type Parenthesis = 'item' | 'joining' | 'other';

function parenthesis(before: string, following: string): Parenthesis {
  if (before === 'GROUP_CONCAT') return 'joining';
  return /^(?:FROM|JOIN)$/.test(before) && /^(?:SELECT|WITH)$/.test(following) ? 'item' : 'other';
}

/** Ends what `group_concat` joins by commas. */
const WITHOUT_SEPARATOR = ")::text, ','";

/** The tokens of a statement without comments, and before which of them there is a blank. */
export function sqlTokens(sql: string): { tokens: string[]; isApart: boolean[] } {
  const tokens: string[] = [];
  const isApart: boolean[] = [];
  let blank = false;
  for (const [token] of sql.matchAll(TOKEN)) {
    if (/^(?:\s|--|\/\*)/.test(token)) blank = true;
    else {
      tokens.push(token);
      isApart.push(blank);
      blank = false;
    }
  }
  return { tokens, isApart };
}

/** A word whatever its case; other tokens as they are. */
export const sqlWord = (token: string): string => (/^[a-z_]/i.test(token) ? token.toUpperCase() : token);

const isParameter = (token: string): boolean => token === '?' || /^[:@$][\p{L}_]/u.test(token);

/** How many tokens are left out from here: hints of indexes, and the CROSS of a join that has a condition. */
function leftOut(tokens: readonly string[], at: number): number {
  const [word, following] = [sqlWord(tokens[at] ?? ''), sqlWord(tokens[at + 1] ?? '')];
  if (word === 'INDEXED') return 3;
  if (word === 'NOT' && following === 'INDEXED') return 2;
  return word === 'CROSS' && hasCondition(tokens, at + 2) ? 1 : 0;
}

/** Whether the item of FROM that begins here is joined by a condition. */
function hasCondition(tokens: readonly string[], from: number): boolean {
  let depth = 0;
  for (const token of tokens.slice(from)) {
    if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    if (depth < 0) return false;
    if (depth === 0 && sqlWord(token) === 'ON') return true;
    if (depth === 0 && ENDS_ITEM.test(sqlWord(token))) return false;
  }
  return false;
}

/** A statement as the server is asked it. */
export interface Bound {
  text: string;
  values: unknown[];
  /** The same text serves other values of the same kinds. */
  isGeneral: boolean;
}

/** The statement for these parameters; what kind a value is stands beside it, for nobody else tells the server. @throws RangeError where one is missing */
export function boundText(template: TranslatedSql, given: readonly unknown[]): Bound {
  const values: unknown[] = [];
  const places = new Map<Key, string>();
  let isGeneral = true;
  let expression: string | null = null;
  const givenValue = (key: Key): unknown => {
    const value =
      typeof key === 'number' ? given[key] : (given[0] as Record<string, unknown> | undefined)?.[key];
    if (value === undefined)
      throw new RangeError(
        typeof key === 'number'
          ? 'Too few parameter values were provided'
          : `Missing named parameter "${key}"`,
      );
    return value;
  };
  const placeOf = (key: Key): string => {
    const value = givenValue(key);
    if (value === null) return 'NULL';
    const known = places.get(key);
    if (known !== undefined) return known;
    values.push(value);
    const place = `$${values.length}::${typeOf(value)}`;
    places.set(key, place);
    return place;
  };
  const texts = template.map((part): string => {
    if (typeof part === 'string') return part;
    if (part.kind === 'rank') {
      if (expression === null) throw new Error('no expression before its rank');
      return rankSql(expression, part.weights);
    }
    if (part.kind === 'limit') return `nullif(${placeOf(part.key)}, -1)`;
    if (part.kind === 'value') return placeOf(part.key);
    isGeneral = false;
    expression = String(givenValue(part.key));
    return matchSql(expression);
  });
  const unnamed = template.filter(
    (part) => typeof part === 'object' && 'key' in part && typeof part.key === 'number',
  );
  if (unnamed.length > 0 && given.length > unnamed.length) {
    throw new RangeError('Too many parameter values were provided');
  }
  return { text: texts.join(''), values, isGeneral };
}

function typeOf(value: unknown): string {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'bigint' : 'double precision';
  if (value instanceof Uint8Array) return 'bytea';
  throw new TypeError(`no value of SQL: ${typeof value}`);
}
