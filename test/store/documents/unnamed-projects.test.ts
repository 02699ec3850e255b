import { expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';

it('a project whose name is not printed has no name in the views and is not the department', async () => {
  const store = openSqliteStore(':memory:');
  await store.save(
    buildDocument({
      path: '水利.txt',
      disclosures: [
        {
          department: '云溪区水利局',
          departmentKey: '水利局',
          projects: [
            { name: '', wan: '68.5', indicators: [{ name: '云主机数量', target: '≥60台' }] },
            { name: '巡查', wan: '2' },
          ],
        },
      ],
    }),
  );
  const { rows: projects } = await store.sql(
    'SELECT id, project, amount_wan FROM projects ORDER BY amount_wan DESC',
  );
  expect(projects.map(({ project }) => project)).toEqual([null, '巡查']);
  const { rows: indicators } = await store.sql('SELECT project, project_id FROM indicators');
  expect(indicators).toEqual([{ project: null, project_id: projects[0]?.id }]);
  const { rows: ofDepartment } = await store.sql('SELECT 1 FROM budgets WHERE project_id IS NULL');
  expect(ofDepartment).toEqual([]);
  await store.close();
});
