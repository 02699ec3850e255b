import { describe, expect, it } from 'vitest';
import { readCodedText } from '../../../normalizers/recognize/coded-indicators.js';

const lines = (text: string) =>
  readCodedText(text)?.indicators.map(
    ({ level1, level2, name, target }) => `${level1}/${level2 ?? ''}/${name}/${target}`,
  );

describe('readCodedText', () => {
  it('reads sections of numbered indicators with their values in brackets', () => {
    expect(
      lines(
        '【总体目标】保障平稳。【产出指标-数量指标】指标1:机柜数(≥12个)指标2:云主机数（≥260台）【满意度指标-服务对象满意度指标】指标1:满意度(≥95%)',
      ),
    ).toEqual([
      '产出指标/数量指标/机柜数/≥12个',
      '产出指标/数量指标/云主机数/≥260台',
      '满意度指标/服务对象满意度指标/满意度/≥95%',
    ]);
  });

  it('keeps the texts of the other sections', () => {
    const coded = readCodedText(
      '【项目概况】租用机房。【总体目标】保障平稳。【产出指标-数量指标】指标1:机柜数(≥12个)',
    );
    expect(coded?.texts).toEqual({ 项目概况: '租用机房。', 总体目标: '保障平稳。' });
  });

  it('does not mind line breaks anywhere', () => {
    expect(lines('【产出指\n标-数量指标】指\n标1:机柜\n数(≥1\n2个)')).toEqual([
      '产出指标/数量指标/机柜数/≥12个',
    ]);
  });

  it('reads brackets inside a value', () => {
    expect(lines('【产出指标-数量指标】指标1:培训(≥3次（含线上）)')).toEqual([
      '产出指标/数量指标/培训/≥3次（含线上）',
    ]);
  });

  it('reads items without numbers', () => {
    expect(lines('【效益指标-社会效益指标】知晓率(≥80%)；参与人数(≥500人)')).toEqual([
      '效益指标/社会效益指标/知晓率/≥80%',
      '效益指标/社会效益指标/参与人数/≥500人',
    ]);
  });

  it('leaves the target of an item without a value empty', () => {
    expect(lines('【产出指标-质量指标】指标1:验收合格')).toEqual(['产出指标/质量指标/验收合格/']);
  });

  it('reads the numbered notation', () => {
    expect(
      lines(
        '1－产出指标，11－数量指标，宣传次数；实施周期指标值：≥12次；1－产出指标，12－质量指标，合格率；实施周期指标值：100%',
      ),
    ).toEqual(['产出指标/数量指标/宣传次数/≥12次', '产出指标/质量指标/合格率/100%']);
  });

  it.each(['普通的一段话。', '【项目概况】只有概况。', '', '指标1：'])('answers null for %j', (text) => {
    expect(readCodedText(text)).toBeNull();
  });
});
