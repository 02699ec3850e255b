import { requireColumn } from '../../model/named-view.js';
import type { View, ViewColumn } from '../../model/views.js';
import type { Row } from '../../report/row.js';
import type { TableColumn } from './data-table.js';
import { showListed } from './format-figures.js';

/** A column of a list over a view that can be chosen. */
export interface ListColumn extends TableColumn<Row> {
  /** The column of the view it is called by. */
  name: string;
  /** The columns of the view it shows, where there are more than that one. */
  of?: readonly string[];
}

/** Columns of the view that these show, each once. */
export const viewColumns = (columns: readonly ListColumn[]): string[] => [
  ...new Set(columns.flatMap(({ name, of }) => of ?? [name])),
];

/** What can be chosen: the usual columns first, then the others of the view. */
export const everyColumn = (usual: readonly ListColumn[], view: View): ListColumn[] => [
  ...usual,
  ...view.columns.filter(({ name }) => !viewColumns(usual).includes(name)).map(plainColumn),
];

/** The columns of these names in their order; the usual ones where there are none. @throws QueryError on one the view lacks */
export function columnsNamed(
  usual: readonly ListColumn[],
  view: View,
  names: readonly string[] | null,
): ListColumn[] {
  if (names === null) return [...usual];
  return names.map(
    (name) => usual.find((each) => each.name === name) ?? plainColumn(requireColumn(view, name)),
  );
}

/** A column as the view has it: codes in words, all else as it is. */
const plainColumn = ({ name, title, type, titles = {} }: ViewColumn): ListColumn => ({
  name,
  title,
  number: type !== 'text',
  cell: ({ [name]: value }) =>
    value === null || value === undefined ? null : showListed(titles[value] ?? String(value)),
});
