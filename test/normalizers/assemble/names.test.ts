import { describe, expect, it } from 'vitest';
import { nameInTitle } from '../../../normalizers/assemble/name-in-title.js';
import { levelNames } from '../../../normalizers/recognize/tables/indicators/level-names.js';
import { splitLevelsInName } from '../../../normalizers/recognize/tables/indicators/levels-in-name.js';
import {
  canonicalIndicatorName,
  canonicalProjectName,
  nameKey,
} from '../../../normalizers/recognize/values/canonical-name.js';

describe('canonicalProjectName', () => {
  it.each([
    ['项目1综合治理费', '综合治理费', null],
    ['项目12：校舍修缮', '校舍修缮', null],
    ['11011624T000002400101-校舍修缮', '校舍修缮', '11011624T000002400101'],
    ['社区（村）\n治安巡逻防控费', '社区（村）治安巡逻防控费', null],
    ['校 舍 修 缮', '校舍修缮', null],
    ['项目管理费', '项目管理费', null],
    ['12345热线运行经费', '12345热线运行经费', null],
    ['2024年春节慰问', '2024年春节慰问', null],
  ])('%j → %s, code %s', (printed, name, code) => {
    expect(canonicalProjectName(printed)).toEqual({ name, code });
  });
});

describe('canonicalIndicatorName', () => {
  it.each([
    ['指标1:化解矛盾纠纷', '化解矛盾纠纷'],
    ['指标 2： 慰问人数', '慰问人数'],
    ['指标3、合格率', '合格率'],
    ['指标完成率', '指标完成率'],
    ['指标1：指标1：整修长度', '整修长度'],
    ['指标2；水闸数量', '水闸数量'],
    ['指标：差错率', '差错率'],
    ['指标①：水闸数量', '水闸数量'],
    ['指标4整修长度', '整修长度'],
    ['指标(3)水闸数量', '水闸数量'],
    ['三级指标：水闸数量', '水闸数量'],
    ['目标1：水闸数量', '水闸数量'],
    ['3、水闸数量', '水闸数量'],
    ['（2）水闸数量', '水闸数量'],
    ['指标：整修时间；验收时间', '整修时间；验收时间'],
    ['指标2项完成率', '指标2项完成率'],
    ['数量指标1：水闸数量', '水闸数量'],
    ['一、水闸数量', '水闸数量'],
    ['（二）水闸数量', '水闸数量'],
    ['㈡水闸数量', '水闸数量'],
    ['⑴水闸数量', '水闸数量'],
    ['⒈水闸数量', '水闸数量'],
    ['4)水闸数量', '水闸数量'],
    ['一级公路里程', '一级公路里程'],
    ['满意度指标完成率', '满意度指标完成率'],
    ['指标：', '指标：'],
    ['110、119接警数', '110、119接警数'],
    ['1.5米以上渠道', '1.5米以上渠道'],
    ['满意 度', '满意度'],
    ['PM 2.5 浓度', 'PM 2.5 浓度'],
  ])('%j → %s', (printed, name) => expect(canonicalIndicatorName(printed)).toBe(name));
});

describe('nameKey', () => {
  it('ignores spaces, punctuation and width', () => {
    expect(nameKey('社区（村）治安巡逻，防控费')).toBe(nameKey('社区(村) 治安巡逻防控费'));
  });
});

describe('nameInTitle', () => {
  it.each([
    ['3.车辆保险费绩效目标表', '车辆保险费'],
    ['3．12345热线运行项目绩效目标表', '12345热线运行'],
    ['24小时自助图书馆项目绩效目标表', '24小时自助图书馆'],
    ['301008_某局_科技兴警绩效目标表', '科技兴警'],
    ['警务辅助人员经费项目绩效目标表', '警务辅助人员经费'],
    ['古树名木保护项目支出绩效目标申报表（2024年度）', '古树名木保护'],
    ['96777供水热线服务平台项目绩效目标表', '96777供水热线服务平台'],
    ['（三）110接处警项目绩效目标表', '110接处警'],
    ['301008_某局_12345热线绩效目标表', '12345热线'],
    ['301008-某县水利局-转移支付-县道方向绩效目标表', '转移支付-县道方向'],
    ['3、119消防站建设项目绩效目标表', '119消防站建设'],
    ['2024年项目支出绩效目标表', null],
    ['部门整体支出绩效目标表', null],
    ['2024年市级专项资金支出方向绩效目标表', null],
    ['2024年区级一般性项目绩效目标表（一级项目）', null],
    ['部门专项业务经费绩效目标表', null],
    ['附表3-1 项目支出绩效目标表', null],
    ['公开14表 2023年度项目支出绩效自评表', null],
    ['部门收支总表', null],
    ['某县司法局2024年项目支出绩效目标表', null],
    ['2024年某县档案馆项目支出绩效目标表', null],
  ])('%s: %s', (title, name) => expect(nameInTitle(title)).toBe(name));
});

describe('levelNames', () => {
  it.each([
    ['产出指标', '数量指标', '产出指标', '数量指标'],
    ['效益指标', '社会公众及服务对象满意度指标', '满意度指标', '服务对象满意度指标'],
    ['产出指标', '成本指标', '成本指标', '成本指标'],
    ['成本指标', '经济成本指标', '成本指标', '经济成本指标'],
    ['成本指标', null, '成本指标', '成本指标'],
    ['可持续影响指标', null, '效益指标', '可持续影响指标'],
    [null, '质量指标', '产出指标', '质量指标'],
    ['产出指标（50分）', '产出数量', '产出指标', '数量指标'],
    ['履职效能', '整体效能', '履职效能指标', '整体效能'],
    ['自定一级(20分)', '自定二级', '自定一级', '自定二级'],
    [null, null, null, null],
  ])('%s / %s → %s / %s', (one, two, level1, level2) => {
    expect(levelNames(one, two)).toEqual({ level1, level2 });
  });
});

describe('splitLevelsInName', () => {
  it.each([
    ['产出指标质量指标来信扫描完成率', ['产出指标', '质量指标', '来信扫描完成率']],
    ['产出指标-数量指标-机柜数量', ['产出指标', '数量指标', '机柜数量']],
    ['满意度指标/服务对象满意度指标/群众满意度', ['满意度指标', '服务对象满意度指标', '群众满意度']],
  ])('%s', (text, [level1, level2, name]) => {
    expect(splitLevelsInName(text)).toEqual({ level1, level2, name });
  });

  it.each(['机柜数量', '经济指标增长率', '产出指标完成情况'])('finds none in %s', (text) => {
    expect(splitLevelsInName(text)).toBeNull();
  });
});
