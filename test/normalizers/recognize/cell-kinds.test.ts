import { describe, expect, it } from 'vitest';
import {
  isAnyTableTitle,
  isBlankMark,
  isBlankName,
  isCaption,
  isNote,
  isNothing,
  isRowNumber,
  isSignature,
  isTableMark,
  isTemplateText,
  isTitle,
  isTotalLabel,
} from '../../../normalizers/recognize/words/cell-kinds.js';

const check = (name: string, is: (text: string) => boolean, yes: string[], no: string[]) =>
  describe(name, () => {
    it.each(yes)('is %j', (text) => expect(is(text)).toBe(true));
    it.each(no)('is not %j', (text) => expect(is(text)).toBe(false));
  });

check(
  'a title',
  isTitle,
  [
    '2024年部门整体支出绩效目标表',
    '部门整体预算绩效目标申报表（2026年度）',
    '3.车辆保险费绩效目标表',
    '2022年部门预算绩效文本',
    '项目 支出\n绩效目标表',
  ],
  ['绩效目标', '制定绩效目标表的填报要求，各单位应认真填写。', '部门收支总表', '年度绩效目标：完成任务'],
);
check(
  'any table’s title',
  isAnyTableTitle,
  ['部门预算项目支出及其他支出预算表'],
  ['项目表述；收支表', '人员名单'],
);
check(
  'a table mark',
  isTableMark,
  ['附表3-1', '附件3', '表12', '公开14表', '附表2：'],
  ['附近的表', '12', '附表3-1 项目'],
);
check(
  'a caption',
  isCaption,
  [
    '金额单位：万元',
    '填报单位：（盖章）',
    '（盖章）',
    '金额：万元',
    '单位:元',
    '填报日期：2024年1月',
    '（2024年度）',
  ],
  [
    '单位名称',
    '万元',
    '资金总额：10万元',
    '部门职责：负责全县的档案收集、整理、保管和利用，并对乡镇的档案工作进行指导和监督检查以及宣传教育',
  ],
);
check(
  'a signature',
  isSignature,
  [
    '单位负责人签字：\n\n\n填表人：某某   联系电话：0000-0000000',
    '填表人',
    '财务负责人：',
    '项目负责人：某某',
  ],
  ['签订合同数', '项目负责人培训次数'],
);
check(
  'template text',
  isTemplateText,
  ['指标1：', '指标 2:', '……', '目标1:', 'XX', '指标3', '目标1：\n目标2：\n……', '目标 1： 目标 2： 目标 3：'],
  ['指标1：培训人数', '目标责任书'],
);
check('a total label', isTotalLabel, ['合  计', '总计', '小计：', '总分'], ['合计人数', '总计划']);
check('a row number', isRowNumber, ['1', '12', '一', '（三）', '4.', '十二、'], ['2024年', '一次', '12345']);
check('a blank mark', isBlankMark, ['-', '——', '无', '/'], ['无违法行为', '10', '0', '0.00']);
check(
  'nothing for a text',
  isNothing,
  ['', ' ', '-', '－', '––', '无', ' 无。', '无.'],
  ['无偏差', '0', '。', '汛期停工。'],
);
check(
  'a name left blank',
  isBlankName,
  ['*', '×', '…', '·', '﹣', '无。', '暂无', 'N/A', '0'],
  ['10', '不适用', '无违法行为', 'x光机数量'],
);
check('a note', isNote, ['注：本表金额为万元', '备注1：', '填表说明'], ['注意安全', '说明书印制']);
