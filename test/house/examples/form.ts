import { deepEqual, equal } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder, removeFolder } from '../../support/scratch-folder.js';
import type { Example } from '../example.js';

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

const PAGE = `<meta charset="utf-8"><h2>2025年项目支出绩效目标表</h2><table>
${row('项目名称', '苗圃灌溉管护经费')}${row('业务牵头主管部门全名', '民乐县林业和草原局')}
${row('资金总额（万元）', '36.00')}${row('年度目标', '完成苗圃两轮灌溉，苗木成活率保持稳定。')}
${row('一级指标', '二级指标', '三级指标', '预计达到的目标值')}
${row('产出指标', '数量指标', '灌溉苗圃面积', '≥320亩')}
</table><p>注：本文件为软件样例，数字与文字均为虚构。</p>`;

export const addsForm: Example = {
  row: '一个地方的表',
  change(copy) {
    const folder = newFolder({ 'a.html': PAGE });
    const file = join(folder, 'a.html');
    const labels = ['业务牵头主管部门全名=department.name', '预计达到的目标值=indicator.target'];
    copy.run('scripts/new-form.ts', 'gansu-minle', file, ...labels);
    removeFolder(folder);
  },
  async probe() {
    const { renderSample, SAMPLES, GOLDEN } = await import('../../samples/sample-files.js');
    equal(existsSync(new URL('gansu-minle.html', SAMPLES)), true);
    const { readDocument } = await import('../../../src/pipeline/reading/read-document.js');
    const bytes = readFileSync(new URL('gansu-minle.html', SAMPLES));
    const { disclosures } = await readDocument(bytes, { path: 'gansu-minle.html' });
    equal(disclosures[0]?.department, '民乐县林业和草原局');
    deepEqual(
      disclosures[0]?.indicators.map(({ target }) => target),
      ['≥320亩'],
    );
    const golden = readFileSync(new URL('gansu-minle.html.json', GOLDEN), 'utf8');
    equal(await renderSample('gansu-minle.html'), golden);
  },
};
