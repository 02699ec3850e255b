import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writePile } from '../../scripts/generate-pile.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { outcomesOf, problemsOf, startCommand } from './command.js';

it('imports all others when files disappear and grow meanwhile', async () => {
  const folder = newFolder();
  try {
    writePile(folder, { files: 80, formats: ['txt'] });
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    const [vanishing, growing] = [files.slice(-20, -10), files.slice(-10)];
    // Slow enough that the files do not outgrow what is read of a table, however long the import takes.
    const grow = setInterval(() => {
      for (const file of growing) appendFileSync(file, '\n\t又一格');
    }, 10);
    const importing = startCommand(folder, ['import', '.', '--jobs', '2'], (line) => {
      if (line.startsWith('[5/')) for (const file of vanishing) rmSync(file, { force: true });
    });
    const { status, stderr } = await importing.ended;
    clearInterval(grow);
    expect(status).toBe(3);
    expect(stderr).toContain('文件不存在，或在导入过程中消失');
    const db = join(folder, 'mingzhang.db');
    expect(await problemsOf(db)).toEqual([]);
    expect(
      [...(await outcomesOf(db)).values()].filter((outcome) => outcome === 'ok').length,
    ).toBeGreaterThanOrEqual(60);

    const again = await startCommand(folder, ['import', '.', '--jobs', '2']).ended;
    expect(again.status).toBe(0);
    expect(await problemsOf(db)).toEqual([]);
  } finally {
    removeFolder(folder);
  }
});
