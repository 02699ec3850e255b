import type { ViewFilter } from '../../model/filters.js';
import type { View } from '../../model/views.js';
import type { SortTerm } from '../conditions/order-terms.js';
import type { Condition } from '../ground/condition.js';

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
