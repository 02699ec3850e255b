import { STAGE_TITLES } from '../facts/stages.js';
import { closed, integer, real, text } from './section-field.js';

export const ID = integer('id', '编号', '同一内容总是同一编号，与导入次序无关', { filled: true });

/** Columns every row of a document has: where and when it belongs. */
export const SUBJECT = [
  integer('document_id', '文档编号', '所在文档，即 documents.id', { filled: true, names: 'd' }),
  text('province', '省', '省、自治区、直辖市'),
  text('city', '市', '地级市、州、盟；直辖市与省直管县为空'),
  text('region', '地区', '公开单位所在的行政区'),
  text('region_code', '行政区划代码', 'GB/T 2260 六位代码；没有代码的地方（如开发区）为空'),
  integer('year', '年度', '预算年度'),
  closed('stage', '阶段', STAGE_TITLES, { filled: true }),
  text('department', '部门', '部门名称，与原文一致，不含代码'),
  text('department_key', '部门统一名称', '同一部门在各地共用的名称，用于跨地区比较'),
] as const;

export const PLACE = text(
  'place',
  '位置',
  '原文中的位置：p31 t2 r5 c3 为第 31 页第 2 表第 5 行第 3 列（都在这一页上数），Sheet1!C7 为工作表单元格，¶12 为第 12 段',
);

export const PROJECT_ID = integer('project_id', '项目编号', '即 projects.id；空表示整个部门', { names: 'p' });
export const PROJECT = text(
  'project',
  '项目',
  '项目名称（去掉编号）；空表示整个部门，有项目编号时表示名称没有印出',
  { searched: true },
);

/** An amount: stored in 分, and shown in 万元 as well. */
export const AMOUNT_FEN = integer('amount_fen', '金额（分）', '精确金额；未填、涉密、单位不明时为空', {
  unit: '分',
});
export const AMOUNT_WAN = real('amount_wan', '金额（万元）', '由分换算，便于阅读与排序', {
  unit: '万元',
  from: 'amount_fen',
});
