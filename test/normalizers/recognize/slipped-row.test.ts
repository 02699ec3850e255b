import { describe, expect, it } from 'vitest';
import type { Reading } from './draw-table.js';
import { drawFlattened, read } from './draw-table.js';

/** A flattened form whose rows follow the header. */
const form = (rows: string): Reading =>
  read(
    '2024年部门项目支出预算绩效目标表',
    drawFlattened(`项目名称||校舍修缮||\n绩效指标|一级指标|二级指标|三级指标|指标值\n${rows}`),
  );

const indicatorsOf = ({ disclosure }: Reading): string[] =>
  disclosure.indicators.map(
    ({ level1, level2, name, target }) => `${level1} / ${level2} / ${name} / ${target ?? '—'}`,
  );

describe('rows that slipped', () => {
  it('reads a row one column to the left by its content', () => {
    const reading = form('|产出指标|数量指标|甲|1个\n|成本指标|修缮经费|20万元|');
    expect(indicatorsOf(reading)).toEqual([
      '产出指标 / 数量指标 / 甲 / 1个',
      '成本指标 / 成本指标 / 修缮经费 / 20万元',
    ]);
  });

  it('reads a row two columns to the left', () => {
    expect(indicatorsOf(form('|效益指标|社会效益指标|甲|提升\n可持续影响指标|长效机制|健全||'))).toEqual([
      '效益指标 / 社会效益指标 / 甲 / 提升',
      '效益指标 / 可持续影响指标 / 长效机制 / 健全',
    ]);
  });

  it('keeps an indicator whose target fell off the right edge, with a diagnostic', () => {
    const reading = form('|产出指标|数量指标|甲|1个\n|||质量指标|合格率');
    expect(indicatorsOf(reading)).toEqual([
      '产出指标 / 数量指标 / 甲 / 1个',
      '产出指标 / 质量指标 / 合格率 / —',
    ]);
  });

  it('reads level labels with spaces inside', () => {
    expect(
      indicatorsOf(
        form('|产出指标|数量指标|甲|1个\n满意 度 指 标|服务对 象 满 意 度 指 标|群众满意度|≥90%|'),
      ),
    ).toEqual(['产出指标 / 数量指标 / 甲 / 1个', '满意度指标 / 服务对象满意度指标 / 群众满意度 / ≥90%']);
  });

  it('sets placeholder names aside wherever they stand', () => {
    const reading = form('|产出指标|数量指标|甲|1个\n|指标2:|||\n|||指标2:|\n指标3:||||');
    expect(indicatorsOf(reading)).toHaveLength(1);
    expect(reading.claims.filter((claim) => claim.reason === 'template-text')).toHaveLength(3);
    expect(reading.claims.filter((claim) => claim.status === 'unclaimed')).toEqual([]);
  });

  it('goes on with the level of a slipped row below it', () => {
    expect(
      indicatorsOf(
        form('|可持续影响指标|社会发展|平稳|\n||指标2:||\n|满意度指标|服务对象满意度指标|群众满意度|≥90%'),
      ),
    ).toEqual([
      '效益指标 / 可持续影响指标 / 社会发展 / 平稳',
      '满意度指标 / 服务对象满意度指标 / 群众满意度 / ≥90%',
    ]);
  });

  it('takes a name that ends like its level for a name', () => {
    const reading = form('|满意度指标|服务对象满意度指标|服务对象满意度|≥90%');
    expect(indicatorsOf(reading)).toEqual(['满意度指标 / 服务对象满意度指标 / 服务对象满意度 / ≥90%']);
  });
});
