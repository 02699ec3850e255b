import { countUnreadRows } from '../../model/count-unread-rows.js';
import type { Disclosure } from '../../model/disclosure.js';
import type { ReadDocument } from '../../model/document.js';

/** What was found in one document, in numbers. */
export interface DocumentCounts {
  forms: number;
  projects: number;
  indicators: number;
  costs: number;
  /** Budget statements, blank ones included. */
  statements: number;
  /** Non-blank cells of recognized forms. */
  cells: number;
  unclaimed: number;
  /** Rows that look like those of a form and were not recognized. */
  unreadRows: number;
  /** 1 when a disclosure in it lacks its region (year, department); `unresolved` when it lacks any of them. */
  unresolved: number;
  unresolvedRegion: number;
  unresolvedYear: number;
  unresolvedDepartment: number;
}

/** Counts one document; null counts nothing. */
export function documentCounts(document: ReadDocument | null): DocumentCounts {
  const disclosures = document?.disclosures ?? [];
  const sum = (count: (disclosure: Disclosure) => number): number =>
    disclosures.reduce((total, disclosure) => total + count(disclosure), 0);
  const lacks = (field: 'region' | 'year' | 'department'): boolean =>
    disclosures.some((disclosure) => disclosure[field] === null);
  const claims = document?.claims ?? [];
  return {
    forms: document?.forms.length ?? 0,
    projects: sum(({ projects }) => projects.length),
    indicators: sum(({ indicators }) => indicators.length),
    costs: sum(({ costs }) => costs.length),
    statements: sum(({ statements }) => statements.length),
    cells: claims.length,
    unclaimed: claims.filter(({ status }) => status === 'unclaimed').length,
    unreadRows: countUnreadRows(document?.unread ?? []),
    unresolved: Number(lacks('region') || lacks('year') || lacks('department')),
    unresolvedRegion: Number(lacks('region')),
    unresolvedYear: Number(lacks('year')),
    unresolvedDepartment: Number(lacks('department')),
  };
}
