import type { Child, FC } from 'hono/jsx';
import type { RowCount } from '../../../model/ports/questions.js';
import type { Row } from '../../../report/row.js';
import { addressOf, type ListQuery } from '../../list-query.js';
import type { TableColumn } from '../../parts/data-table.js';
import { documentName } from '../../parts/document-name.js';
import { showCount } from '../../parts/format-figures.js';
import { RegionField, RegionTitles } from '../../parts/region-field.js';
import { YearField } from '../../parts/year-field.js';
import type { Site } from '../../site.js';

/** Documents repaired at once on the site; more by the command line. */
export const MOST_REPAIRED = 300;

/** A box for each document; its name is `d` and the number. */
export const CHOICE: TableColumn<Row> = {
  title: '选',
  whole: true,
  cell: (row) => (
    <input
      type="checkbox"
      name={`d${row.id}`}
      value="1"
      aria-label={`选 ${documentName({ title: row.title === null ? null : String(row.title), path: String(row.path) })}`}
    />
  ),
};

interface RepairFormProps {
  site: Site;
  query: ListQuery;
  total: RowCount;
  children?: Child;
}

/** The list with what its chosen documents, or all the filter means, are to be assigned to; the next page shows what would change. */
export const RepairForm: FC<RepairFormProps> = ({ site, query, total, children }) =>
  site.readOnly ? (
    <div>{children}</div>
  ) : (
    <form class="repair" method="post" action="/documents/repair">
      <input type="hidden" name="back" value={addressOf(query, { page: query.page })} />
      {children}
      <fieldset class="fields">
        <legend>改正归属</legend>
        <label class="choice">
          <input type="radio" name="scope" value="chosen" checked />
          选中的 <output data-chosen />
        </label>
        <label class="choice">
          <input type="radio" name="scope" value="all" disabled={total.rows > MOST_REPAIRED} />
          符合条件的全部 {showCount(total.rows)} 份
        </label>
        <RegionField label="地区" />
        <YearField />
        <label>
          部门
          <input name="department" maxlength={100} />
        </label>
        <button type="submit">看会改成什么</button>
      </fieldset>
      <p class="soft">
        只填要改的；下一页先列出每份文档改前改后，确定之后才改，改了可以撤回，重新导入后仍然有效。一次至多{' '}
        {MOST_REPAIRED} 份，更多的用 mingzhang assign --where。
      </p>
      <RegionTitles />
    </form>
  );
