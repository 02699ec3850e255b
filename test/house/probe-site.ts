import { join } from 'node:path';
import type { Hono } from 'hono';
import { newFolder, removeFolder } from '../support/scratch-folder.js';

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

const PAGE = `<meta charset="utf-8"><h2>2025年项目支出绩效目标表</h2><table>
${row('项目名称', '困难群众救助')}${row('主管部门', '石峰区民政局', '实施单位', '石峰区民政局')}
${row('资金总额（万元）', '36.00')}${row('年度目标', '及时足额救助困难群众。')}
${row('一级指标', '二级指标', '三级指标', '指标值', '备注')}
${row('产出指标', '数量指标', '救助困难群众', '≥320人', '按月核定')}
</table>`;

let app: Promise<Hono> | undefined;

/** The site of the copy over a store with one project; made once for all probes of a process. */
export const probeSite = (): Promise<Hono> => {
  app ??= makeSite();
  return app;
};

async function makeSite(): Promise<Hono> {
  const { openSqliteStore } = await import('../../src/store/open-sqlite-store.js');
  const { readDocument } = await import('../../src/pipeline/reading/read-document.js');
  const { openPageDrawer } = await import('../../src/pipeline/drawing/page-drawer.js');
  const { auditRunner } = await import('../../src/web/audits/audit-runner.js');
  const { sqlAsker } = await import('../../src/web/sql-asker.js');
  const { createApp } = await import('../../src/web/create-app.js');
  const folder = newFolder({});
  process.on('exit', () => removeFolder(folder));
  const store = openSqliteStore(join(folder, 'probe.db'));
  await store.save(await readDocument(new TextEncoder().encode(PAGE), { path: 'a.html' }));
  const site = {
    store,
    drawer: openPageDrawer(store),
    audits: auditRunner(store.path),
    sql: sqlAsker(store.path),
    readOnly: true,
  };
  return createApp(site, { host: '127.0.0.1', reportError: (error) => console.error(error) });
}
