import { UserError } from '../model/facts/user-error.js';
import { EVERY_FILTER, FILTERS, type FilterName, hasFilter, type ViewFilter } from '../model/filters.js';
import { requireView } from '../model/named-view.js';
import { EVERY_SECTION } from '../model/sections/sections.js';
import type { View } from '../model/views.js';

/** What describes the disclosures themselves; single cells and counts are for who asks for them. */
export const EXPORTED_VIEWS = ['documents', ...EVERY_SECTION.map(({ view }) => view), 'findings'];

/** Which views an export is of. */
export interface ViewChoice {
  /** Those there are by default that have every column the filter asks for. */
  views?: readonly string[];
  /** What to keep, as `mingzhang query` does. */
  filter?: ViewFilter;
}

/**
 * The views to export, and those of the usual ones that cannot be filtered so.
 * @throws UserError when no view is asked for, one that is asked for is unknown or cannot be filtered so, or none can
 */
export function chooseViews({ views: asked, filter = {} }: ViewChoice): { views: View[]; leftOut: View[] } {
  const lackOf = (view: View): FilterName | undefined =>
    narrowing(filter).find((name) => !hasFilter(view, name));
  if (asked?.length === 0) throw new UserError('没有写出要导出的视图');
  const all = [...new Set(asked ?? EXPORTED_VIEWS)].map(requireView);
  if (asked) {
    for (const view of all) {
      const lack = lackOf(view);
      if (lack) throw new UserError(`${view.title}（${view.name}）不能按${FILTERS[lack].title}筛选`);
    }
  }
  const views = all.filter((view) => lackOf(view) === undefined);
  if (views.length === 0)
    throw new UserError('没有一个视图能按这些条件一起筛选；请少给几个条件，或用 --views 指定视图');
  return { views, leftOut: all.filter((view) => !views.includes(view)) };
}

/** What is set of a filter, as far as the view knows of it. */
export const filterFor = (view: View, filter: ViewFilter): ViewFilter =>
  hasFilter(view, 'all') ? filter : { ...filter, all: undefined };

/** The filter `all` is of findings and narrows nothing: no view is left out for the lack of it. */
const narrowing = (filter: ViewFilter): FilterName[] =>
  EVERY_FILTER.flatMap(([name]) => (name === 'all' || filter[name] === undefined ? [] : [name]));
