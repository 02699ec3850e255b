import { compact } from './label-text.js';
import { fieldOf, labelText } from './vocabulary.js';

/** 单位负责人签字, 填表人, 联系电话 … and what stands beside them in the same cell. */
export const isSignature = (text: string): boolean =>
  /(签字|签名|签章)[:：）)]?|填表人|填报人|制表人|经办人|联系电话|联系人|联系方式|财务负责人|(单位|部门|项目)负责人[:：]/.test(
    compact(text),
  ) && compact(text).length < 120;

/** 填报单位：（盖章）, 金额单位：万元, 填报日期 … */
export function isCaption(text: string): boolean {
  const flat = compact(text);
  if (flat.length > 60) return false;
  return (
    /^(金额)?单位[:：]?(人民币)?[(]?(元|万元|千元|亿元|百万元)[)]?$/.test(flat) ||
    /^金额[:：](元|万元|千元|亿元)$/.test(flat) ||
    /^(填报|编制|填表|公开|编报|申报)?(单位|部门|日期|时间)(名称)?[(:：]/.test(flat) ||
    /^[(]?(盖章|公章|单位盖章|部门盖章)[)]?$/.test(flat) ||
    /^[(]\d{4}年度?[)]$/.test(flat)
  );
}

/** 附表3-1, 表12, 公开14表, 预算12表 … */
export const isTableMark = (text: string): boolean =>
  /^(附[表件]|预算|公开|部门|附)?表?[\d一二三四五六七八九十]{1,3}([-－—]\d{1,2})?表?[:：]?$/.test(
    compact(text),
  ) && /[表附]/.test(text);

/** A form's title: 2023年部门整体支出绩效目标表, 预算表12 项目支出绩效目标表, 部门整体预算绩效目标申报表（2026年度）. */
export const isTitle = (text: string): boolean => {
  const flat = compact(text);
  return flat.length <= 70 && /绩效.{0,30}(表|文本|批复表|申报书|清单)(\(.*\)|表?[\d-]*)?$/.test(flat);
};

/** Any table's title: ends with 表. */
export const isAnyTableTitle = (text: string): boolean => {
  const flat = compact(text);
  return (
    flat.length <= 50 &&
    /^[^。;]*表(\(.*\)|[\d-]*)?$/.test(flat) &&
    /[预决收支出算效标总金购资采债]/.test(flat)
  );
};

/** 注：…, 备注1：…, 填表说明 …: text under a table. */
export const isNote = (text: string): boolean =>
  /^(注|备注|说明)\d?[:、.]|^(注|备注)$|^(填表|填报|备注|编制)说明/.test(compact(text));

const BLANK_ITEM = /^((指标|目标)[\d一二三四五六七八九十]*[:：;；.、]?|[.…]{2,}|[xX×]{2,})+$/;

/** 指标1：, 目标2:, ……, ** and boxes not ticked, left from the blank form; over several lines every line is so. */
export function isTemplateText(text: string): boolean {
  if (/^\s*\*{2,}\s*$/.test(text)) return true;
  const lines = text
    .split('\n')
    .map(compact)
    .filter((line) => line !== '');
  if (lines.length === 0) return false;
  return lines.every((line) => BLANK_ITEM.test(line)) || /^(□[^□☑√■☒]{1,20})+$/.test(lines.join(''));
}

/** 合计, 总计, 小计, 金额合计 */
export const isTotalLabel = (text: string): boolean =>
  /[计分]/.test(text) &&
  /^(合计|总计|小计|金额合计|合计金额|总合计|项目合计|总分|合计得分|总得分|综合得分)$/.test(
    labelText(text).core,
  );

export const isRowNumber = (text: string): boolean =>
  /^([(]?\d{1,4}[)]?|[(]?[一二三四五六七八九十]{1,4}[)]?)[、.．]?$/.test(compact(text));

/** A lone dash or 无. */
export const isBlankMark = (text: string): boolean => /^([-—–/\\]+|无)$/.test(compact(text));

/** Where a text is asked for: blank, or a lone mark, with a full stop or without. */
export const isNothing = (text: string): boolean =>
  text.trim() === '' || isBlankMark(text.replace(/[。.]\s*$/, ''));

/** What stands in the name's place where there is no indicator: a dash, a dot, 无, N/A, 0. */
export const isBlankName = (text: string): boolean =>
  isBlankMark(text) || /^([-—–﹣－─―/\\*·•.…。、×xX○〇]+|0|暂?无。?|n\/?a)$/i.test(compact(text));

/** 自评等级, 评价结论: the grade under the scores of a self-evaluation. */
export const isGradeLabel = (text: string): boolean =>
  /[级论果]/.test(text) && /^(自评|评价|绩效|评定)?(等级|结论|结果)$/.test(labelText(text).core);

export const isContactLabel = (text: string): boolean => fieldOf(labelText(text).core)?.field === 'contact';
