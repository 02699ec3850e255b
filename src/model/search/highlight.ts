import { BREAK, searchedText } from './searched-text.js';

/** Characters shown before the first hit, and in all. */
const BEFORE = 12;
const LENGTH = 60;

interface Span {
  start: number;
  end: number;
}

/** Where a text holds one of the terms as the search finds them; in order, overlapping ones joined. Offsets as in strings. */
export function findTerms(text: string, terms: readonly string[]): Span[] {
  const searched = searchedText(text);
  const characters = searched.map(({ character }) => character);
  const found = terms.flatMap((term): Span[] => {
    const wanted = trimBreak(searchedText(term).map(({ character }) => character));
    if (wanted.length === 0) return [];
    const starts = characters.flatMap((_, at) =>
      wanted.every((character, n) => characters[at + n] === character) ? [at] : [],
    );
    return starts.map((at) => ({
      start: searched[at]?.at ?? 0,
      end: endOf(text, searched[at + wanted.length - 1]?.at ?? 0),
    }));
  });
  return joined(found.sort((a, b) => a.start - b.start));
}

/** A piece of the text around the first hits, on one line, each hit in 【】. */
export function snippetOf(text: string, terms: readonly string[]): string {
  const spans = findTerms(text, terms);
  const from = Math.max(0, (spans[0]?.start ?? 0) - BEFORE);
  const to = Math.max(spans[0]?.end ?? 0, Math.min(text.length, from + LENGTH));
  const shown = spans.filter(({ end }) => end <= to);
  let marked = '';
  let at = from;
  for (const { start, end } of shown) {
    marked += `${text.slice(at, start)}【${text.slice(start, end)}】`;
    at = end;
  }
  marked += text.slice(at, to);
  return `${from > 0 ? '…' : ''}${marked.replace(/\s+/g, ' ').trim()}${to < text.length ? '…' : ''}`;
}

const endOf = (text: string, at: number): number =>
  at + String.fromCodePoint(text.codePointAt(at) ?? 0).length;

const trimBreak = (characters: string[]): string[] =>
  characters.at(-1) === BREAK ? characters.slice(0, -1) : characters;

const joined = (spans: readonly Span[]): Span[] =>
  spans.reduce<Span[]>((all, span) => {
    const last = all.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else all.push({ ...span });
    return all;
  }, []);
