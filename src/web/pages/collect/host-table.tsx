import type { FC } from 'hono/jsx';
import { ENDING_TITLES, type HostFigures } from '../../../collect/run/collect-summary.js';
import { DataTable, type TableColumn } from '../../parts/data-table.js';
import { showCount } from '../../parts/format-figures.js';

const FIGURES = ['added', 'changed', 'unchanged', 'gone', 'skipped', 'refused', 'failed', 'left'] as const;

const COLUMNS: readonly TableColumn<HostFigures>[] = [
  { title: '网站', head: true, cell: ({ host }) => host },
  { title: '问过', number: true, cell: ({ asked }) => showCount(asked) },
  ...FIGURES.map(
    (name): TableColumn<HostFigures> => ({
      title: ENDING_TITLES[name],
      number: true,
      cell: (host) => showCount(host[name]),
    }),
  ),
  { title: '停下的原因', cell: ({ stopped }) => stopped ?? '' },
];

/** Hosts of a collection, each with its figures. */
export const HostTable: FC<{ hosts: readonly HostFigures[] }> = ({ hosts }) => (
  <DataTable caption="各网站" columns={COLUMNS} rows={[...hosts]} />
);
