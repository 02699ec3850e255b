import type { FC } from 'hono/jsx';
import type { Repair } from '../../../model/ports/documents.js';
import { showTime } from '../../../report/show-time.js';
import { DataTable } from '../../parts/data-table.js';
import { showCount } from '../../parts/format-figures.js';

/** What was repaired just now, with the way back. */
export const JustRepaired: FC<{ done?: string; repairs: readonly Repair[] }> = ({ done, repairs }) => {
  if (done === 'undone') {
    return (
      <p class="notice" role="status">
        已撤回，这些文档的归属恢复原样。疑点要<a href="/findings">再核查</a>之后才随之改变。
      </p>
    );
  }
  const repair = repairs.find(({ id }) => String(id) === done);
  return repair === undefined ? null : (
    <div class="notice" role="status">
      已改定 {showCount(repair.documents)} 份文档：{givenTitle(repair)}。疑点要<a href="/findings">再核查</a>
      之后才随之改变。 <UndoRepair repair={repair} />
    </div>
  );
};

const givenTitle = ({ given: { region, year, department } }: Repair): string =>
  [
    region &&
      `地区 ${[...new Set([region.province, region.city, region.name])].filter((part) => part !== null).join('')}`,
    year !== undefined && `年度 ${year}`,
    department && `部门 ${department.name}`,
  ]
    .filter((part) => part)
    .join('，');

const UndoRepair: FC<{ repair: Repair }> = ({ repair }) => (
  <form method="post" action="/documents/repair/undo" class="undo">
    <input type="hidden" name="id" value={repair.id} />
    <button type="submit" class="plain" aria-label={`撤回第 ${repair.id} 次指定`}>
      撤回
    </button>
  </form>
);

/** Earlier repairs, each with the way back; one whose documents were assigned again since only after that. */
export const PastRepairs: FC<{ repairs: readonly Repair[] }> = ({ repairs }) =>
  repairs.length === 0 ? null : (
    <details class="past-repairs">
      <summary>最近的指定（{showCount(repairs.length)}）</summary>
      <DataTable
        caption="最近的指定"
        rows={repairs}
        columns={[
          { title: '第几次', number: true, head: true, cell: ({ id }) => id },
          { title: '改成', cell: givenTitle },
          { title: '文档', number: true, cell: ({ documents }) => showCount(documents) },
          { title: '谁、何时', cell: ({ who, at }) => `${who ?? ''} ${showTime(at)}` },
          {
            title: '撤回',
            cell: (repair) =>
              repair.overtaken === 0 ? (
                <UndoRepair repair={repair} />
              ) : (
                `其中 ${showCount(repair.overtaken)} 份后来又指定过，先撤回后来的`
              ),
          },
        ]}
      />
    </details>
  );
