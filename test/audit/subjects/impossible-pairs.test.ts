import { describe, expect, it } from 'vitest';
import type { IndicatorSpec, TargetSpec } from '../../../src/audit/rules/example.js';
import { impossiblePairs } from '../../../src/audit/subjects/impossible-pairs.js';
import { subjectsOf } from '../../../src/audit/subjects/subject.js';
import { buildDocument } from '../../support/disclosure-builder.js';

type Row = [name: string, ...parsed: TargetSpec];

function waysOf(...rows: Row[]): string[] {
  const indicators = rows.map(
    ([name, ...parsed]): IndicatorSpec => ({
      level1: '产出指标',
      name,
      target: `${parsed[2]}${parsed[3]}`,
      parsed,
    }),
  );
  const [subject] = subjectsOf(buildDocument({ projects: [{ name: '甲', indicators }] }));
  const [entry] = subject?.forms[0]?.entries ?? [];
  return entry ? impossiblePairs(entry).map(({ way }) => way) : ['没有读到'];
}

const available = (share: string): Row => ['平台可用率', 'percent', '>=', share, '%', share, '%'];
const down = (value: string, unit: string, name = '系统停机时间'): Row => [
  name,
  'duration',
  '<=',
  value,
  unit,
  value,
  unit,
];
const count = (name: string, operator: TargetSpec[1], value: string, unit: string): Row => [
  name,
  'number',
  operator,
  value,
  unit,
  value,
  unit,
];

describe('impossiblePairs', () => {
  it.each<[why: string, way: string, ...rows: Row[]]>([
    ['99.9% 与每年 10 小时', 'downtime', available('99.9'), down('10', '小时/年')],
    ['99.99% 与每月累计 5 分钟', 'downtime', available('99.99'), down('5', '分钟/月', '系统累计停机时间')],
    ['99.9% 与全年 10 小时', 'downtime', available('99.9'), down('10', '小时', '全年系统中断时间')],
    ['99.9% 与年度合计 600 分钟', 'downtime', available('99.9'), down('600', '分钟', '年度中断时间合计')],
    [
      '单篇比累计多',
      'part',
      count('视频累计播放量', '>=', '8000', '次'),
      count('单条视频播放量', '>=', '9000', '次'),
    ],
  ])('%s', (_, way, ...rows) => {
    expect(waysOf(...rows)).toEqual([way]);
  });

  it.each<[why: string, ...rows: Row[]]>([
    ['99.9% 与每年 8 小时', available('99.9'), down('8', '小时/年')],
    ['99.9% 与每月 43 分钟', available('99.9'), down('43', '分钟/月')],
    ['一次的时长，不是一年的', available('99.9'), down('2', '小时')],
    ['没有说是合计', available('99.99'), down('5', '分钟/月')],
    ['恢复时间', available('99.9'), down('52', '分钟/月', '系统最大中断恢复时间')],
    ['单次中断', available('99.9'), down('20', '小时/年', '单次中断时间')],
    ['每次修复', available('99.9'), down('52', '分钟/月', '停机后每次累计修复时间')],
    ['最长一次', available('99.9'), down('20', '小时/年', '年度最长停机时间')],
    ['平均一次', available('99.9'), down('600', '分钟', '年平均中断时间')],
    [
      '至少检修这么久',
      available('99.9'),
      ['停机检修时间', 'duration', '>=', '20', '小时/年', '20', '小时/年'],
    ],
    ['可用率是上限', ['平台可用率', 'percent', '<=', '99.9', '%', '99.9', '%'], down('10', '小时/年')],
    ['响应时间', available('99.9'), ['故障响应时间', 'duration', '<=', '60', '分钟/月', '60', '分钟/月']],
    ['单篇比累计少', count('视频累计播放量', '>=', '9000', '次'), count('单条视频播放量', '>=', '800', '次')],
    [
      '说的不是一件事',
      count('公众号累计阅读量', '>=', '800', '次'),
      count('单条视频播放量', '>=', '9000', '次'),
    ],
    ['单位不同', count('视频累计播放量', '>=', '8', '小时'), count('单条视频播放量', '>=', '900', '次')],
    [
      '人数与企业数说的可能不是一个会',
      count('企业参训家数', '>=', '60', '家'),
      count('参训人数', '>=', '50', '人'),
    ],
  ])('is silent: %s', (_, ...rows) => {
    expect(waysOf(...rows)).toEqual([]);
  });
});
