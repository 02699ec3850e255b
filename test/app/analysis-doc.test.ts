import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportDataset } from '../../src/app/export-dataset.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { buildDocument } from '../support/document-builder.js';
import { duck } from '../support/duck.js';
import { scratchFolder } from '../support/scratch-folder.js';

const DOC = readFileSync(new URL('../../docs/analysis.md', import.meta.url), 'utf8');
const STATEMENTS = [...DOC.matchAll(/^```sql\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
  block.split(/;\s*$/m).filter((each) => each.trim() !== ''),
);

it('docs/analysis.md: DuckDB does what it says', async () => {
  const folder = scratchFolder();
  const store = openSqliteStore(join(folder, 'store.db'));
  const indicators = [
    { name: '满意度', target: '≥90%', parsed: { kind: 'number', measure: '%', quantity: '90' } as const },
  ];
  const projects = [{ name: '河道清淤', wan: '20.5', indicators }, { name: '植树' }];
  await store.save(buildDocument({ disclosures: [{ year: 2023, projects }] }));
  await exportDataset(store, join(folder, '全国'), { created: new Date(0), version: '1', jobs: 1 });
  await store.close();
  const { ask, close } = await duck();
  const answers: unknown[] = [];
  for (const statement of STATEMENTS)
    answers.push(await ask(statement.replaceAll("'全国/", `'${folder}/全国/`)));
  close();
  expect(answers.filter((rows) => (rows as unknown[]).length > 0)).toMatchObject([
    [{ year: 2023, 指标: 1 }],
    [
      { project: '河道清淤', 指标: 1 },
      { project: '植树', 指标: 0 },
    ],
    [{ 中位数: 90, 条数: 1 }],
    [{ project: '植树' }],
  ]);
});
