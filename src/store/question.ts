import type { ViewFilter } from '../model/filters.js';
import type { View } from '../model/views.js';
import type { Condition } from './condition.js';
import type { SortTerm } from './order-terms.js';

/** Rows of a view whose order is settled: which they are, where among them the page begins and how long it is. */
export interface Slice {
  among: Condition;
  limit: number;
  offset: number;
}

/** What is asked of a view. */
export interface Question {
  view: View;
  filter: ViewFilter;
  sort: SortTerm[];
  limit: number;
  offset: number;
}
