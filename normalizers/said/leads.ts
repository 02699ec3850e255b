import { figuresOf, type SaidFigure } from './said-figures.js';

/** What stands before a figure, or between two stops without one. */
export interface Lead {
  kind: 'lead';
  text: string;
  start: number;
  figure: SaidFigure | null;
  /** What follows its figure up to the next stop: `的项目`, `` where a stop or bracket follows at once. */
  tail: string;
}

export type LeadEvent = Lead | { kind: 'stop'; sign: string } | { kind: 'open' } | { kind: 'close' };

const STOPS = new Set('。；，：！？');

/**
 * A plain text as what leads to each of its figures, with the stops between. Brackets that hold a figure open a scope of their own; other
 * brackets are part of the words around them. `、` is a stop only behind a figure: 收、支总计 is one word.
 */
export function readLeads(text: string): LeadEvent[] {
  const figures = new Map(figuresOf(text).map((figure) => [figure.start, figure]));
  if (figures.size === 0) return [];
  const scopes = scopesOf(text, [...figures.keys()]);
  const events: LeadEvent[] = [];
  let start = 0;
  let isBehindFigure = false;
  const end = (at: number): void => {
    const words = text.slice(start, at);
    if (words !== '') events.push({ kind: 'lead', text: words, start, figure: null, tail: '' });
  };
  for (let at = 0; at < text.length; ) {
    const figure = figures.get(at);
    const sign = text[at] ?? '';
    if (figure) {
      events.push({
        kind: 'lead',
        text: text.slice(start, at),
        start,
        figure,
        tail: tailOf(text, figure.end),
      });
      at = start = figure.end;
      isBehindFigure = true;
      continue;
    }
    const bracket = scopes.get(at);
    if (bracket || STOPS.has(sign) || (sign === '、' && isBehindFigure && start === at)) {
      end(at);
      events.push(bracket ? { kind: bracket } : { kind: 'stop', sign });
      start = at + 1;
      isBehindFigure = bracket === 'close';
    }
    at++;
  }
  end(text.length);
  return events;
}

const tailOf = (text: string, from: number): string => {
  let to = from;
  while (to < text.length && to < from + 8 && !/[。；，：！？、（）]/.test(text[to] ?? '')) to++;
  return text.slice(from, to);
};

/** Where brackets that hold a figure open and close; brackets without a partner are none. */
function scopesOf(text: string, figures: readonly number[]): Map<number, 'open' | 'close'> {
  const scopes = new Map<number, 'open' | 'close'>();
  const opened: { at: number; figures: number }[] = [];
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    while (seen < figures.length && (figures[seen] ?? 0) < at) seen++;
    if (text[at] === '（') opened.push({ at, figures: seen });
    if (text[at] !== '）') continue;
    const open = opened.pop();
    if (!open || open.figures === seen) continue;
    scopes.set(open.at, 'open');
    scopes.set(at, 'close');
  }
  return scopes;
}
