/** A phrase of a full text expression: words that stand behind each other; the last may go on where it is open. */
interface Phrase {
  words: string[];
  isOpen: boolean;
  columns: readonly Column[];
}

type Column = 'name' | 'body';

type Expression =
  | { kind: 'phrase'; phrase: Phrase }
  | { kind: 'AND' | 'OR' | 'NOT'; left: Expression; right: Expression };

/** Parameters of BM25 as FTS5 has them (https://www.sqlite.org/fts5.html#the_bm25_function). */
const K1 = 1.2;
const B = 0.75;
const LEAST_IDF = 0.000001;

/** Stands before the words of a name, once more in the index of words. */
const IN_NAME = '@';

/** SQL over `search_index` of the entries an FTS5 expression finds: by the index of words, then by the words as they stand. */
export const matchSql = (expression: string): string => conditionOf(parseExpression(expression));

/** SQL of how well an entry fits an FTS5 expression, the best first, as `bm25(search_index, …)`; a hit in a column counts as its weight. */
export function rankSql(expression: string, weights: readonly number[]): string {
  const parts = phrasesOf(parseExpression(expression)).map((phrase) => {
    const hits = phrase.columns
      .map((column) => `${weights[column === 'name' ? 0 : 1] ?? 1} * ${occurrences(column, phrase)}`)
      .join(' + ');
    const idf = `(SELECT greatest(ln((z.entries - f.n + 0.5) / (f.n + 0.5)), ${LEAST_IDF})
      FROM search_size z, (SELECT (${entriesWith(phrase)}) AS n) f)`;
    const length = `size / (SELECT greatest(z.words, 1)::double precision / greatest(z.entries, 1) FROM search_size z)`;
    return `${idf} * (${hits}) * ${K1 + 1} / ((${hits}) + ${K1} * (${1 - B} + ${B} * ${length}))`;
  });
  return `-(${parts.join(' + ')})`;
}

function phrasesOf(expression: Expression): Phrase[] {
  if (expression.kind === 'phrase') return [expression.phrase];
  const left = phrasesOf(expression.left);
  return expression.kind === 'NOT' ? left : [...left, ...phrasesOf(expression.right)];
}

function conditionOf(expression: Expression): string {
  if (expression.kind === 'phrase') return phraseCondition(expression.phrase);
  const operator = expression.kind === 'NOT' ? 'AND NOT' : expression.kind;
  return `(${conditionOf(expression.left)} ${operator} ${conditionOf(expression.right)})`;
}

function phraseCondition(phrase: Phrase): string {
  const { words, isOpen, columns } = phrase;
  const last = words.length - 1;
  const lexemes = words.map(
    (word, n) => `${lexeme(indexedWord(word, columns))}${isOpen && n === last ? ':*' : ''}`,
  );
  const indexed = `words @@ ${literal(lexemes.join(' & '))}::tsquery`;
  if (isIndexed(phrase)) return indexed;
  const standing = columns.map((column) => `strpos(${padded(column)}, ${needle({ words, isOpen })}) > 0`);
  return `(${indexed} AND (${standing.join(' OR ')}))`;
}

/** Whether the index of words alone says who holds it. */
const isIndexed = ({ words: { length }, columns }: Phrase): boolean =>
  length === 1 && columns.includes('name');

const indexedWord = (word: string, columns: readonly Column[]): string =>
  columns.includes('body') ? word : `${IN_NAME}${word}`;

/** SQL of how many entries hold a phrase; of a single whole word that is written down. */
const entriesWith = (phrase: Phrase): string =>
  isIndexed(phrase) && !phrase.isOpen
    ? `SELECT coalesce(max(entries), 0) FROM search_words WHERE word = ${literal(indexedWord(phrase.words[0] ?? '', phrase.columns))}`
    : `SELECT count(*) FROM search_index WHERE ${phraseCondition(phrase)}`;

const padded = (column: Column): string => `(' ' || ${column} || ' ')`;

const needle = ({ words, isOpen }: Pick<Phrase, 'words' | 'isOpen'>): string =>
  literal(` ${words.join(' ')}${isOpen ? '' : ' '}`);

const occurrences = (column: Column, phrase: Phrase): string =>
  `((length(${padded(column)}) - length(replace(${padded(column)}, ${needle(phrase)}, ''))) / length(${needle(phrase)}))`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const lexeme = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** The part of FTS5's grammar the store speaks (https://www.sqlite.org/fts5.html#full_text_query_syntax); AND binds closer than OR, NOT closest. */
function parseExpression(text: string): Expression {
  const tokens = text.match(/"[^"]*"|[():*]|[^\s"():*]+/g) ?? [];
  let at = 0;
  const take = (wanted: string): boolean => {
    if (tokens[at] !== wanted) return false;
    at += 1;
    return true;
  };
  const chain = (kind: 'AND' | 'OR' | 'NOT', part: () => Expression) => (): Expression => {
    let left = part();
    while (take(kind)) left = { kind, left, right: part() };
    return left;
  };
  const term = (): Expression => {
    const token = tokens[at++];
    if (token === '(') {
      const inner = whole();
      if (!take(')')) throw new Error(`not closed: ${text}`);
      return inner;
    }
    if ((token === 'name' || token === 'body') && take(':')) return within(token, term());
    if (token === undefined || !token.startsWith('"')) throw new Error(`no phrase: ${text}`);
    const words = token.slice(1, -1).split(' ');
    return { kind: 'phrase', phrase: { words, isOpen: take('*'), columns: ['name', 'body'] } };
  };
  const whole = chain('OR', chain('AND', chain('NOT', term)));
  const expression = whole();
  if (at < tokens.length) throw new Error(`not understood: ${text}`);
  return expression;
}

const within = (column: Column, expression: Expression): Expression =>
  expression.kind === 'phrase'
    ? { kind: 'phrase', phrase: { ...expression.phrase, columns: [column] } }
    : {
        ...expression,
        left: within(column, expression.left),
        right: within(column, expression.right),
      };
