import { describe, expect, it } from 'vitest';
import { row, shown } from './shown.js';

describe('one cell a line', () => {
  it('begins a cell at each TAB, continues it on other lines, ends the row at an empty line', async () => {
    expect(await shown(row('事项', '工作目标') + row('安全\n生产', '无事故'))).toEqual([
      ['事项|工作目标', '安全⏎生产|无事故'],
    ]);
  });

  it('keeps blank cells: merged labels below their first row', async () => {
    expect(await shown(row('一级指标', '三级指标') + row('', '甲') + row('', '乙'))).toEqual([
      ['一级指标|三级指标', '|甲', '|乙'],
    ]);
  });

  it('puts a row together that an empty paragraph inside a cell cut in two', async () => {
    const text =
      row('', '产出指标', '数量指标', '甲', '1个') +
      '\t\n\t\n\t质量指标\n\n\t乙\n\t2个\n\n' +
      row('', '', '时效指标', '丙', '3个');
    expect(await shown(text)).toEqual([
      ['|产出指标|数量指标|甲|1个', '||质量指标|乙|2个', '||时效指标|丙|3个'],
    ]);
  });

  it('leaves two whole rows apart', async () => {
    expect(await shown(row('1', '甲', '10') + row('2', '乙', '20') + row('3', '丙', '30'))).toEqual([
      ['1|甲|10', '2|乙|20', '3|丙|30'],
    ]);
  });

  it('keeps an empty first paragraph inside its cell', async () => {
    expect(await shown('\t\n\t\n\n开展考评\n\t32个\n\n')).toEqual([['|开展考评|32个']]);
  });

  it('keeps signatures with their empty lines in one cell', async () => {
    const [rows] = await shown(
      `${row('事项', '目标')}\t单位负责人签字：\n\n\n\n填表人：某某   联系电话：0000-0000000\n\n`,
    );
    expect(rows).toEqual(['事项|目标', '单位负责人签字：⏎填表人：某某   联系电话：0000-0000000']);
  });

  it('begins a table at 附表N, also directly below a signature', async () => {
    const text = `${row('附表1', '')}${row('2024年某某表')}\t填表人：某某\n${row('附表2', '')}${row('2024年某某表')}`;
    expect(await shown(text)).toEqual([
      ['附表1|', '2024年某某表', '填表人：某某'],
      ['附表2|', '2024年某某表'],
    ]);
  });

  it('begins a table at a title directly below a signature', async () => {
    expect(
      await shown(`${row('甲', '乙')}\t填表人：某某\n${row('2024年专项资金绩效目标表')}${row('丙', '丁')}`),
    ).toEqual([
      ['甲|乙', '填表人：某某'],
      ['2024年专项资金绩效目标表', '丙|丁'],
    ]);
  });

  it('keeps paragraphs between tables as paragraphs', async () => {
    expect(
      await shown(
        `第二部分\n1.车辆保险费绩效目标表\n${row('项目编码', 'A1')}2.见义勇为经费绩效目标表\n${row('项目编码', 'A2')}`,
      ),
    ).toEqual([
      '第二部分',
      '1.车辆保险费绩效目标表',
      ['项目编码|A1'],
      '2.见义勇为经费绩效目标表',
      ['项目编码|A2'],
    ]);
  });

  it('keeps a note below a short last row as a paragraph', async () => {
    expect(
      await shown(`${row('甲', '乙', '丙', '丁')}${row('目标', '做好管护。')}\n注：以上为预算数。\n`),
    ).toEqual([['甲|乙|丙|丁', '目标|做好管护。'], '注：以上为预算数。']);
  });

  it('drops the litter of bookmarks', async () => {
    expect(await shown(row('[bookmark: _GoBack]扫描', '[bookmark: OLE_LINK1]5'))).toEqual([['扫描|5']]);
  });
});
