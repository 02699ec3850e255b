import type { FC } from 'hono/jsx';
import { COUNTED_ENDINGS, ENDING_TITLES, type HostFigures } from '../../../collect/run/collect-summary.js';
import { DataTable, type TableColumn } from '../../parts/data-table.js';
import { showCount } from '../../parts/format-figures.js';

/** Hosts of a collection, each with its figures; of what happened at none there is no column. */
export const HostTable: FC<{ hosts: readonly HostFigures[] }> = ({ hosts }) => {
  const figures = COUNTED_ENDINGS.filter((name) => name === 'added' || hosts.some((host) => host[name] > 0));
  const columns: readonly TableColumn<HostFigures>[] = [
    { title: '网站', head: true, cell: ({ host }) => host },
    { title: '网址', number: true, cell: ({ asked }) => showCount(asked) },
    ...figures.map(
      (name): TableColumn<HostFigures> => ({
        title: ENDING_TITLES[name],
        number: true,
        cell: (host) => showCount(host[name]),
      }),
    ),
  ];
  return (
    <>
      <DataTable caption="各网站" columns={columns} rows={[...hosts]} />
      {hosts.flatMap(({ host, stopped }) =>
        stopped === null ? [] : [<p class="notice">{`${host} 已停下：${stopped}`}</p>],
      )}
    </>
  );
};
