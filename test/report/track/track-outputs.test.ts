import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { track } from '../../../src/app/track.js';
import type { Track } from '../../../src/model/track.js';
import {
  TRACKED_INDICATOR_COLUMNS,
  trackedIndicatorRows,
  trackedProjectRows,
} from '../../../src/report/track/track-columns.js';
import { trackPicture } from '../../../src/report/track/track-picture.js';
import { trackText } from '../../../src/report/track/track-text.js';
import { trackWorkbook } from '../../../src/report/track/track-workbook.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { bytesOf } from '../../support/bytes-of.js';
import { saveStory } from '../../support/cycle-story.js';

describe('promise and result on paper', () => {
  let department: Track;
  let region: Track;
  beforeAll(async () => {
    const store = openSqliteStore(':memory:');
    await saveStory(store);
    department = await track(store, { region: '云溪区', department: '水利局' });
    region = await track(store, { region: '青禾省' });
    await store.close();
  });

  it('reads like a story', () => {
    const text = trackText(department, 160);
    expect(text).toContain('承诺 60.00 → 全年预算 55.00 → 执行 54.20 万元（执行率 98.55%），自评 98 分');
    expect(text).toContain('! 权重由未完成的移到完成的');
    expect(text).toMatch(
      /清淤河道长度\s+≥20公里\s+同\s+31公里\s+25\/25\s+≥18公里\s+大幅优于目标；下一年目标比实际放宽/,
    );
    expect(text).toMatch(
      /巡河次数\s+≥200次\s+≥150次\s+168次\s+15\/15\s+≥200次\s+指标值改变，对照承诺未完成；未完成仍得满分/,
    );
    expect(text).toMatch(/水质达标率\s+≥90%\s+自评中没有/);
    expect(text).toContain('2022 年：承诺 7 条；项目有自评的 6 条（85.7%）');
    expect(trackText(region, 160)).toMatch(/云溪区水利局\s+2022\s+7\s+6\s+5\s+5\s+3\s+1\s+2\s+1\s+1/);
  });

  it('is rows of projects and of indicators', () => {
    if (department.kind !== 'department') throw new Error('not a department');
    expect(trackedProjectRows(department)[1]).toMatchObject({
      year: 2023,
      promised_wan: 62,
      adjusted_wan: 50,
      spent_wan: 49.5,
    });
    const rows = trackedIndicatorRows(department);
    expect(rows).toHaveLength(15);
    for (const row of rows)
      expect(Object.keys(row)).toEqual(TRACKED_INDICATOR_COLUMNS.map(({ name }) => name));
  });

  it('is a workbook and a picture', async () => {
    const { sheets } = await readXlsx(await bytesOf(trackWorkbook(department)));
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['项目', 9],
      ['指标', 16],
    ]);
    const picture = trackPicture(department);
    expect(picture.match(/<rect x=/g)).toHaveLength(11);
    expect(picture).toContain('权重由未完成的移到完成的');
    expect(trackPicture(region)).toContain('图按部门画');
  });
});
