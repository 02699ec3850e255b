import { expect, it } from 'vitest';
import { allColumns, shownColumns } from '../../src/cli/view-table.js';
import { VIEWS } from '../../src/model/views.js';
import { renderTable } from '../../src/report/render-table.js';

/** More than these no terminal shows legibly. */
const MOST = 14;

it.each(VIEWS.map(({ name }) => name))('the table of %s has a handful of its columns', (view) => {
  const shown = shownColumns(view).map(({ name }) => name);
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.length).toBeLessThanOrEqual(MOST);
});

it('columns asked for by name are all shown', () => {
  const names = allColumns('outcomes').map(({ name }) => name);
  expect(shownColumns('outcomes', names).map(({ name }) => name)).toEqual(names);
});

it('the table of links rounds how alike names are, and says yes or no', () => {
  const row = { likeness: 0.33569751761237, doubtful: 1 };
  const rows = [row, { likeness: 1, doubtful: 0 }];
  const lines = renderTable(rows, shownColumns('project_links', ['likeness', 'doubtful']), 80).split('\n');
  expect(lines.slice(2, 4).map((line) => line.trim().split(/\s+/))).toEqual([
    ['0.34', '是'],
    ['1.00', '否'],
  ]);
  expect(row.likeness).toBe(0.33569751761237);
});
