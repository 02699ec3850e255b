import type { Rule } from '../page/page-content.js';

/** Parallel rules this close (points) are one: borders drawn once by each of two cells, double lines. */
const SNAP = 2;
/** Collinear rules with a gap up to this are one: dotted lines, borders drawn cell by cell. */
const GAP = 3;
/** What is shorter after joining is a dash, a tick, part of a drawing. */
const SHORTEST = 5;
/** More lines than these on one page are a drawing, not tables. */
const MOST_RULES = 8000;

/** Joins near-duplicate and collinear rules of each direction; dots and dashes become lines. */
export function joinRules(rules: readonly Rule[]): Rule[] {
  return [true, false].flatMap((horizontal) => {
    const sorted = rules.filter((rule) => rule.horizontal === horizontal).sort((a, b) => a.at - b.at);
    const joined: Rule[] = [];
    let group: Rule[] = [];
    for (const rule of sorted) {
      const first = group[0];
      if (first && rule.at - first.at > SNAP) {
        joined.push(...joinCollinear(group));
        group = [];
      }
      group.push(rule);
    }
    joined.push(...joinCollinear(group));
    return joined.filter((rule) => rule.to - rule.from >= SHORTEST);
  });
}

function joinCollinear(group: Rule[]): Rule[] {
  const sorted = group.sort((a, b) => a.from - b.from);
  const joined: Rule[] = [];
  let last: Rule | undefined;
  let weight = 0;
  for (const { horizontal, at, from, to } of sorted) {
    const length = Math.max(0.1, to - from);
    if (last && from <= last.to + GAP) {
      last.to = Math.max(last.to, to);
      last.at = (last.at * weight + at * length) / (weight + length);
      weight += length;
    } else {
      last = { horizontal, at, from, to };
      weight = length;
      joined.push(last);
    }
  }
  return joined;
}

/** Rules that touch or cross, directly or through others: one group for each table drawn on the page. */
export function connectedRules(rules: readonly Rule[]): Rule[][] {
  if (rules.length > MOST_RULES) return [];
  const parent = rules.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    for (let up = parent[at]; up !== undefined && up !== at; up = parent[at]) at = up;
    parent[i] = at;
    return at;
  };
  rules.forEach((h, i) => {
    if (!h.horizontal) return;
    rules.forEach((v, j) => {
      if (v.horizontal || !touches(h, v)) return;
      parent[root(i)] = root(j);
    });
  });
  const groups = new Map<number, Rule[]>();
  rules.forEach((rule, i) => {
    const key = root(i);
    const group = groups.get(key);
    if (group) group.push(rule);
    else groups.set(key, [rule]);
  });
  return [...groups.values()];
}

const touches = (h: Rule, v: Rule): boolean =>
  v.at >= h.from - GAP && v.at <= h.to + GAP && h.at >= v.from - GAP && h.at <= v.to + GAP;
