import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../example.js';

const MIGRATIONS = 'src/store/file/migrations';
const ON_SERVER = 'src/store/server/migrations';

/** 备注 of an indicator, which is claimed today and kept with its cell only. */
export const addsField: Example = {
  row: '一个字段',
  change(copy) {
    copy.edit(
      'src/model/disclosure.ts',
      '  targetBasis: string | null;\n',
      '  targetBasis: string | null;\n  remark?: string | null;\n',
    );
    copy.edit(
      'normalizers/recognize/tables/indicators/assemble-indicators.ts',
      '    actual,\n',
      '    remark: textOf(row.others.remark),\n    actual,\n',
    );
    copy.edit(
      'src/model/sections/indicators.ts',
      "    real('weight',",
      "    text('remark', '备注', '与原文一致'),\n    real('weight',",
    );
    const migrations = readdirSync(join(copy.root, MIGRATIONS)).sort();
    const next = String(Number(migrations.at(-1)?.slice(0, 3)) + 1).padStart(3, '0');
    copy.make(`${MIGRATIONS}/${next}-indicator-remark.sql`, migrationAfter(copy.root, migrations));
    copy.make(`${ON_SERVER}/${next}-indicator-remark.sql`, migrationOnServer(copy.root));
    copy.run('scripts/generate-schema-doc.ts');
  },
  async probe() {
    const { probeSite } = await import('../probe-site.js');
    const response = await (await probeSite()).request('/api/v1/indicators?columns=name,remark');
    deepEqual(((await response.json()) as { rows?: unknown }).rows, [
      { name: '救助困难群众', remark: '按月核定' },
    ]);
    const docs = readFileSync(new URL('../../../docs/schema.md', import.meta.url), 'utf8');
    ok(docs.includes('| `remark` | 备注 |'));
  },
};

/** The column, and the view as the last migration that made it has it, with the column. */
function migrationAfter(root: string, migrations: readonly string[]): string {
  const view = /CREATE VIEW indicators AS[^;]+;/;
  const texts = migrations.map((file) => readFileSync(join(root, MIGRATIONS, file), 'utf8'));
  const last = texts.flatMap((text) => view.exec(text)?.[0] ?? []).at(-1) ?? '';
  return `ALTER TABLE indicator_rows ADD COLUMN remark TEXT;
DROP VIEW indicators;
${last.replace('r.target_basis,', 'r.target_basis, r.remark,')}
`;
}

/** The same on PostgreSQL, where the view that is made of this one is made again. */
function migrationOnServer(root: string): string {
  const texts = readdirSync(join(root, ON_SERVER))
    .sort()
    .map((file) => readFileSync(join(root, ON_SERVER, file), 'utf8'));
  const lastOf = (view: string): string =>
    texts.flatMap((text) => new RegExp(`CREATE VIEW ${view} AS[^;]+;`).exec(text)?.[0] ?? []).at(-1) ?? '';
  return `ALTER TABLE indicator_rows ADD COLUMN remark text COLLATE "C";
DROP VIEW indicators CASCADE;
${lastOf('indicators').replace('r.target_basis,', 'r.target_basis, r.remark,')}
${lastOf('current_indicators')}
`;
}
