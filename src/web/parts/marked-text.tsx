import type { FC } from 'hono/jsx';
import { findTerms } from '../../model/search/highlight.js';

/** A text with every place marked that holds one of the terms, as the search finds them. */
export const MarkedText: FC<{ text: string; terms: readonly string[] }> = ({ text, terms }) => {
  const spans = terms.length === 0 ? [] : findTerms(text, terms);
  const pieces = spans.map(({ start, end }, n) => (
    <>
      {text.slice(spans[n - 1]?.end ?? 0, start)}
      <mark>{text.slice(start, end)}</mark>
    </>
  ));
  return (
    <>
      {pieces}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  );
};

/** A snippet of the search, its 【】 as marks; brackets that were printed stay. */
export const Snippet: FC<{ snippet: string; terms: readonly string[] }> = ({ snippet, terms }) => {
  const isHit = (text: string): boolean => {
    const [first, ...others] = findTerms(text, terms);
    return first?.start === 0 && first.end === text.length && others.length === 0;
  };
  const pieces = snippet.split(/【([^【】]*)】/);
  return (
    <>
      {pieces.map((piece, n) => (n % 2 === 0 ? piece : isHit(piece) ? <mark>{piece}</mark> : `【${piece}】`))}
    </>
  );
};
