import type { FC } from 'hono/jsx';
import { COLUMNS, type ListQuery } from '../list-query.js';

interface Named {
  name: string;
  title: string;
}

/** Stands for no choice. */
export const USUAL = 'usual';

/** Every column of a list with those shown ticked; what is chosen is remembered in this browser. */
export const ColumnChooser: FC<{
  query: ListQuery;
  columns: readonly Named[];
  shown: readonly Named[];
  /** What its files hold. */
  files: string;
}> = ({ query: { path, given }, columns, shown, files }) => (
  <details class="choose-columns no-print with-program">
    <summary>选列</summary>
    <form action={path} aria-label="选列">
      {Object.entries(given).map(
        ([name, value]) => name !== COLUMNS && <input type="hidden" name={name} value={value} />,
      )}
      <ul>
        {columns.map(({ name, title }) => (
          <li>
            <label>
              <input
                type="checkbox"
                name={COLUMNS}
                value={name}
                checked={shown.some((each) => each.name === name)}
              />{' '}
              {title}
            </label>
          </li>
        ))}
      </ul>
      <button type="submit">显示这些列</button>{' '}
      <button type="submit" class="plain" name={COLUMNS} value={USUAL}>
        恢复常用的列
      </button>{' '}
      <span class="soft">本浏览器记住；{files}。</span>
    </form>
  </details>
);
