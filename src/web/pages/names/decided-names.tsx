import type { FC } from 'hono/jsx';
import { NAME_KIND_TITLES, type NameDecision } from '../../../model/names.js';
import { placeTitle } from '../../../report/names-table.js';
import { showTime } from '../../../report/show-time.js';
import { DataTable } from '../../parts/data-table.js';
import { showCount } from '../../parts/format-figures.js';

/** What was decided just now, with the way back, and that findings follow only when they are checked again. */
export const JustDecided: FC<{ done: NameDecision | 'undone' | null; back: string }> = ({ done, back }) => {
  if (done === null) return null;
  if (done === 'undone') {
    return (
      <p class="notice" role="status">
        已撤回，名称恢复原样。
        <Recheck />
      </p>
    );
  }
  return (
    <div class="notice" role="status">
      {done.same
        ? `已合并：${done.name.name} → ${done.other.name}。`
        : `已记为两个：${done.name.name}、${done.other.name}。`}
      {done.same && <Recheck />} <UndoName decision={done} back={back} />
    </div>
  );
};

const Recheck: FC = () => (
  <>
    疑点要<a href="/findings">再核查</a>之后才随之改变。
  </>
);

const UndoName: FC<{ decision: NameDecision; back: string }> = ({ decision: { id, name, other }, back }) => (
  <form method="post" action="/names/undo" class="undo">
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="back" value={back} />
    <button type="submit" class="plain" aria-label={`撤回对“${name.name}”与“${other.name}”的决定`}>
      撤回
    </button>
  </form>
);

/** Earlier decisions, each with the way back. */
export const DecidedNames: FC<{ decisions: readonly NameDecision[]; decided: number; back: string }> = ({
  decisions,
  decided,
  back,
}) =>
  decided === 0 ? null : (
    <section aria-labelledby="decided">
      <h2 id="decided">决定过的（{showCount(decided)}）</h2>
      {decided > decisions.length && (
        <p class="soft">只列最近 {showCount(decisions.length)} 条；全部见 mingzhang names decided。</p>
      )}
      <DataTable
        caption="决定过的名称"
        rows={decisions}
        columns={[
          {
            title: '名称',
            head: true,
            cell: ({ name, other, same }) => `${name.name} ${same ? '→' : '≠'} ${other.name}`,
          },
          { title: '决定', whole: true, cell: ({ same }) => (same ? '合并' : '是两个') },
          {
            title: '哪里的',
            cell: ({ kind, place, owner }) =>
              `${placeTitle(place)} ${owner ? `${owner.department} ${owner.year ?? ''}` : ''} ${NAME_KIND_TITLES[kind]}`,
          },
          {
            title: '谁、何时',
            cell: ({ who, at }) => `${who ?? ''} ${showTime(at)}`,
          },
          { title: '撤回', cell: (decision) => <UndoName decision={decision} back={back} /> },
        ]}
      />
    </section>
  );
