import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { correctedDocx, countySite } from '../support/county-site.js';
import { openLocalSite, type Resource } from '../support/local-site.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { problemsOf, startCommand } from './command.js';

const FILE = '/czj/P020240312.docx';

it('collected, killed in the middle, resumed, changed, collected again, imported: every document says where it comes from', async () => {
  const folder = newFolder();
  const site = await openLocalSite(countySite());
  writeFileSync(join(folder, '网址.csv'), `网址,地区\n${site.origin}/czj/index.html,430204\n`);
  const collectInto = () =>
    startCommand(folder, [
      ...['collect', '网址.csv', '--to', '青禾', '--contact', 'audit@qinghe.example'],
      ...['--year', '2024', '--pause', '1', '--allow-private'],
    ]);
  try {
    const first = collectInto();
    const file = site.resources.get(FILE) as Resource;
    site.resources.set(FILE, (_, response) => {
      // In the midst of a file.
      response.writeHead(200, { 'content-length': '1000' });
      response.write('开头', () => first.child.kill('SIGKILL'));
    });
    expect((await first.ended).signal).toBe('SIGKILL');
    const before = [...site.paths()];
    expect(before).toContain('/czj/gaj.html');

    site.resources.set(FILE, file);
    site.visits.length = 0;
    const second = await collectInto().ended;
    expect(second.status, second.stderr).toBe(0);
    expect(second.stderr).toContain('接着上次');
    expect(site.paths()).toContain(FILE);
    expect(site.paths()).not.toContain('/czj/gaj.html');
    expect(readdirSync(join(folder, '青禾/.mingzhang/downloads'))).toEqual([]);

    site.resources.set(FILE, correctedDocx);
    const third = await collectInto().ended;
    expect(third.status, third.stderr).toBe(0);
    expect(third.stderr).toContain('新版本 1');
    expect(existsSync(join(folder, '青禾/.mingzhang/round'))).toBe(false);

    const imported = await startCommand(folder, ['import', '青禾', '--db', 'a.db']).ended;
    expect(imported.status, imported.stderr).toBe(0);
    expect(await problemsOf(join(folder, 'a.db'))).toEqual([]);
    expect(await sourcesIn(join(folder, 'a.db'), site.origin)).toEqual([
      ['/czj/P020240312.docx', '2024-04-15', '青禾市公安局', false],
      ['/czj/wjj.html', '2024-03-10', '青禾市卫健局', false],
      ['/down.jsp?id=2', '2024-03-12', '青禾市公安局', true],
      ['/f/jyj.docx', '2024-03-13', '青禾市教育局', false],
    ]);
  } finally {
    await site.close();
    removeFolder(folder);
  }
});

/** Address, date, department of every document, and whether a later version took its place. */
async function sourcesIn(db: string, origin: string): Promise<unknown[][]> {
  const store = openSqliteStore(db, { readOnly: true });
  try {
    const { rows } = await store.query(
      'documents',
      {},
      { columns: ['sha256', 'url', 'department', 'superseded_by'] },
    );
    const sources: unknown[][] = [];
    for (const { sha256, url, department, superseded_by: later } of rows) {
      const known = await store.known(String(sha256));
      sources.push([
        String(url).slice(origin.length),
        known?.paths[0]?.published,
        department,
        later !== null,
      ]);
    }
    return sources.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  } finally {
    await store.close();
  }
}
