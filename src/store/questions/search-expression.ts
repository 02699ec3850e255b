import { parseSearch, type Search, searchTerms } from '../../model/search/parse-search.js';
import { matchPhrase } from '../derived/search-words.js';

export interface SearchExpression {
  /** For FTS5 MATCH. */
  match: string;
  /** Texts a result holds one or more of. */
  terms: string[];
  /** For FTS5 MATCH: the results that hold one of these texts in the name, and the others. */
  named: string;
  unnamed: string;
}

/**
 * A search in the words of FTS5.
 * @throws QueryError as `parseSearch` does
 */
export function searchExpression(text: string): SearchExpression {
  const search = parseSearch(text);
  const terms = searchTerms(search);
  const match = matchOf(search);
  const inName = `name : (${[...new Set(terms.map(phraseOf))].join(' OR ')})`;
  const named = search.kind === 'term' ? inName : `${match} AND ${inName}`;
  return { match, terms, named, unnamed: `${match} NOT ${inName}` };
}

function matchOf(search: Search): string {
  if (search.kind === 'term') return phraseOf(search.text);
  return `(${matchOf(search.left)} ${search.kind.toUpperCase()} ${matchOf(search.right)})`;
}

function phraseOf(term: string): string {
  const phrase = matchPhrase(term);
  if (phrase === null) throw new Error(`no words in ${term}`);
  return phrase;
}
