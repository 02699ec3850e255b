import type { ValueText } from '../quantity/value-text.js';
import type { TargetToken } from './tokens.js';

/** A stretch of a target between separators. Brackets belong to the clause they stand in. */
export interface Clause {
  /** Tokens outside brackets. */
  main: TargetToken[];
  /** Tokens of each pair of brackets. */
  brackets: TargetToken[][];
  start: number;
  end: number;
  /** The separator after it; '' at the end. */
  separator: string;
}

/** Splits at the separators outside brackets; an unclosed bracket reaches to the end. */
export function clausesOf(tokens: TargetToken[], text: string): Clause[] {
  const clauses: Clause[] = [];
  let current = blank(0);
  let depth = 0;
  for (const token of tokens) {
    current.end = token.end;
    if (token.type === 'open') {
      if (depth++ === 0) current.brackets.push([]);
    } else if (token.type === 'close') {
      depth = Math.max(0, depth - 1);
    } else if (depth > 0) {
      current.brackets.at(-1)?.push(token);
    } else if (token.type === 'separator') {
      current.end = token.start;
      current.separator = text.slice(token.start, token.end);
      clauses.push(current);
      current = blank(token.end);
    } else {
      current.main.push(token);
    }
  }
  clauses.push(current);
  return clauses.filter((clause) => clause.end > clause.start);
}

function blank(start: number): Clause {
  return { main: [], brackets: [], start, end: start, separator: '' };
}

const EDGES = ':：,，、;；。.-~*=/| ';
const CONNECTORS = /^[为是的]|(?:为|是|共计|合计|共|达到|达|至|到|的)$/g;

/** Words beside a figure, without punctuation and connecting words at their end (共, 为, 达到). */
export function labelOf(tokens: readonly TargetToken[], source: ValueText): string {
  const joined = tokens.map((token) => source.printed(token.start, token.end)).join('');
  return trimEdges(trimEdges(joined).replace(CONNECTORS, ''));
}

/** Without punctuation at its ends. */
export function trimEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && EDGES.includes(text.charAt(start))) start++;
  while (end > start && EDGES.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The clause made of the tokens of one pair of brackets. */
export function bracketClause(tokens: TargetToken[]): Clause {
  const main = tokens.filter((token) => token.type !== 'separator');
  return { main, brackets: [], start: main[0]?.start ?? 0, end: main.at(-1)?.end ?? 0, separator: '' };
}
