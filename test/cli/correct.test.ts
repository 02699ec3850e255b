import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setSubstituteFont } from '../../extractors/pdf/draw-pdf.js';
import { canRecognize } from '../../extractors/scanned/recognition-for.js';
import { findChineseFont } from '../../src/pipeline/drawing/find-chinese-font.js';
import { drawRaster } from '../support/pictures/draw-raster.js';
import { projectFormPdf } from '../support/project-form-pdf.js';
import { runCommand } from '../support/run-command.js';
import { scannedPdf } from '../support/scanned-pdf.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { IS_THOROUGH } from '../support/thorough.js';

const json = (stdout: string): Record<string, unknown>[] => JSON.parse(stdout);

const PAGE = `<meta charset="utf-8"><h2>2025年项目支出绩效目标表</h2><table border="1">
<tr><td>项目名称</td><td colspan="4">河道清淤</td></tr>
<tr><td>资金总额（万元）</td><td colspan="4">80</td></tr>
<tr><td>年度目标</td><td colspan="4">清淤三公里。</td></tr>
<tr><td rowspan="2">绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>
<tr><td>产出指标</td><td>数量指标</td><td>清淤长度</td><td>V3公里</td></tr>
</table>`;

it('a text is corrected, listed, kept over another import and given back', () => {
  const folder = scratchFolder({ 'a.html': PAGE });
  const run = (...args: string[]) => runCommand(folder, args);
  const targets = (): unknown[] =>
    json(run('query', 'indicators', '--format', 'json').stdout).map(({ target }) => target);
  run('import', 'a.html');
  expect(run('correct', 'a.html', 't1 r5 c5', '≥3公里').stderr).toContain('原读作“V3公里”，已改为“≥3公里”');
  expect(run('correct', '--list').stdout).toMatch(/a\.html　t1 r5 c5　“V3公里” → “≥3公里”/);
  expect(targets()).toContain('≥3公里');
  expect(run('remove', 'a.html').status).toBe(0);
  expect(targets()).toEqual([]);
  run('import', 'a.html');
  expect(targets()).toContain('≥3公里');
  expect(run('correct', 'a.html', 't1 r5 c5', '--undo').status).toBe(0);
  expect(targets()).toContain('V3公里');
  expect(run('correct', '--list').stderr).toContain('没有改正过的文字');
});

it('a wrong call of correct says what is wrong', () => {
  const folder = scratchFolder({ 'a.txt': smallDisclosure() });
  runCommand(folder, ['import', 'a.txt']);
  for (const [args, why] of [
    [['correct'], '请给出文档和位置'],
    [['correct', 'a.txt', 't1 r1 c1'], '请给出改正后的文字'],
    [['correct', 'a.txt', 't1 r1 c1', '文', '--undo'], '请给出改正后的文字'],
    [['correct', 'a.txt', 't99 r1 c1', '文'], '没有位置 t99 r1 c1'],
    [['correct', 'b.txt', 't1 r1 c1', '文'], '库中没有文档 b.txt'],
    [['import', 'a.txt', '--ocr', 'some'], 'off'],
  ] as const) {
    const { status, stderr } = runCommand(folder, args);
    expect([args, status]).toEqual([args, 2]);
    expect(stderr).toContain(why);
  }
});

const font = findChineseFont();

it.skipIf(font === null || !canRecognize() || !IS_THOROUGH)(
  'a scan that was imported without recognition is read by the next import with it',
  async () => {
    setSubstituteFont(font);
    const folder = scratchFolder();
    writeFileSync(join(folder, '扫描.pdf'), scannedPdf(await drawRaster(projectFormPdf(), 2, 200), 200));
    const run = (...args: string[]) => runCommand(folder, args);
    const off = run('import', '扫描.pdf', '--ocr', 'off');
    expect([off.status, off.stderr]).toEqual([3, expect.stringContaining('需要文字识别')]);
    expect(run('import', '扫描.pdf').stderr).toContain('读取完整  绩效表 1  项目 1  指标 2');
    expect(run('import', '扫描.pdf', '--ocr', 'off').stderr).toContain('没有变化的文件 1');
    const [document] = json(run('query', 'documents', '--format', 'json').stdout);
    expect(document).toMatchObject({ outcome: 'ok', recognized_pages: 1 });
  },
);
