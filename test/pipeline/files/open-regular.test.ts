import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRegular, requireRegular } from '../../../src/pipeline/files/open-regular.js';
import { readWholeFile } from '../../../src/pipeline/files/read-whole-file.js';
import { identifyContent } from '../../../src/pipeline/inputs/identify-content.js';
import { scratchFolder } from '../../support/scratch-folder.js';

const withPipe = (): string => {
  const folder = scratchFolder({ '甲.txt': '文' });
  spawnSync('mkfifo', [join(folder, 'pipe')]);
  symlinkSync('甲.txt', join(folder, '链'));
  symlinkSync('无', join(folder, '断'));
  symlinkSync('圈', join(folder, '圈'));
  symlinkSync('/dev/zero', join(folder, '设备'));
  return folder;
};

describe('an ordinary file', () => {
  it('is opened, through a link too', async () => {
    const folder = withPipe();
    for (const name of ['甲.txt', '链']) {
      expect(new TextDecoder().decode((await readWholeFile(join(folder, name))) ?? undefined)).toBe('文');
    }
    expect(await readWholeFile(join(folder, '甲.txt'), 2)).toBeNull();
  });

  it('that was none when listed, and is a link now, is refused', async () => {
    const folder = withPipe();
    await (await openRegular(join(folder, '甲.txt'), { plain: true })).close();
    await expect(openRegular(join(folder, '链'), { plain: true })).rejects.toThrow('由文件换成了链接');
  });
});

describe('whatever else', () => {
  it.each([
    ['pipe', '是管道（FIFO），不是文件'],
    ['设备', '是设备，不是文件'],
    ['.', '是文件夹，不是文件'],
    ['断', '文件不存在，或在导入过程中消失'],
    ['圈', '链接绕成了圈，不指向任何文件'],
    [`${'长'.repeat(300)}.txt`, '路径太长'],
  ])('is a failure with a reason, at once: %s', async (name, reason) => {
    const path = join(withPipe(), name);
    expect(await identifyContent(path, name)).toEqual({
      failure: { path: name, sha256: null, outcome: 'unreadable', reason },
    });
  });

  it('is refused by name where a person asked for it', async () => {
    const folder = withPipe();
    await expect(requireRegular(folder)).rejects.toThrow(`${folder} 是文件夹，不是文件`);
    await expect(requireRegular(join(folder, 'pipe'))).rejects.toThrow('是管道');
    for (const name of ['断', '圈', '无', '甲.txt/x'])
      await expect(requireRegular(join(folder, name))).rejects.toThrow('找不到');
  });
});

it('hashing stops when told', async () => {
  const stopped = AbortSignal.abort(new Error('stop'));
  const file = join(withPipe(), '甲.txt');
  await expect(identifyContent(file, file, { signal: stopped })).rejects.toThrow('stop');
});
