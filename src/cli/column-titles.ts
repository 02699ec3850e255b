import { VIEWS } from '../model/views.js';

const titles = new Map<string, Set<string>>();
for (const column of VIEWS.flatMap((view) => view.columns)) {
  titles.set(column.name, (titles.get(column.name) ?? new Set()).add(column.title));
}

/** Chinese title of a column of any view; the name itself where it is none, or has several titles. */
export function titleOf(name: string): string {
  const [title, ...others] = titles.get(name) ?? [];
  return title !== undefined && others.length === 0 ? title : name;
}
