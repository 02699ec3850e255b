import type { FC } from 'hono/jsx';
import { VIEWS, type ViewColumn } from '../../../model/views.js';

const TYPES: Record<ViewColumn['type'], string> = { integer: '整数', real: '小数', text: '文字' };

/** Every view and its columns; a script makes each name something to click. */
export const SchemaView: FC = () => (
  <aside class="schema" aria-label="视图与列">
    <h2>视图与列</h2>
    <p class="soft">
      视图名前加 <code>current_</code>，不含已被较新版本替代的文档。
    </p>
    {VIEWS.map(({ name, title, meaning, columns }) => (
      <details>
        <summary>
          <b>{name}</b> {title}
        </summary>
        <p>
          <code data-insert={name}>{name}</code> <span class="soft">{meaning}</span>
        </p>
        <dl>
          {columns.map((column) => (
            <>
              <dt>
                <code data-insert={quoted(column.name)}>{column.name}</code>
              </dt>
              <dd title={column.meaning}>
                {column.title}
                <span class="soft"> {column.unit ?? TYPES[column.type]}</span>
              </dd>
            </>
          ))}
        </dl>
      </details>
    ))}
  </aside>
);

/** Names that are words of SQL as well. */
const WORDS = new Set(['table', 'row', 'column', 'new', 'order', 'group']);

const quoted = (name: string): string => (WORDS.has(name) ? `"${name}"` : name);
