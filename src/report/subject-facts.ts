import type { Basis, Disclosure } from '../model/disclosure.js';
import type { ReadDocument } from '../model/document.js';
import { STAGE_TITLES } from '../model/facts/stages.js';
import type { FactLine } from './fact-lines.js';

/** Whose disclosure it is, and what decided that. */
export function subjectFacts(
  document: ReadDocument,
  { region, year, department, stage, basis }: Disclosure,
): FactLine[] {
  const place = region && [...new Set([region.province, region.city, region.name])].filter(Boolean).join('');
  return [
    ['文件', document.path],
    ['地区', region ? `${place}（${region.code ?? '无代码'}）${because(basis.region)}` : '未定'],
    ['年度', year === null ? '未定' : `${year}${because(basis.year)}`],
    ['阶段', STAGE_TITLES[stage]],
    ['部门', department === null ? '未定' : `${department}${because(basis.department)}`],
  ];
}

const FROM: Record<string, string> = {
  'project-code': '项目编码',
  'department-name': '部门名称',
  agency: '单位',
  title: '标题',
  text: '正文',
  archive: '压缩包名',
  folder: '文件夹名',
  'file-name': '文件名',
  manifest: '导入清单',
  option: '导入时指定',
  assign: '人工指定',
};

const because = (basis: Basis | undefined): string =>
  basis
    ? `　← ${FROM[basis.from] ?? basis.from}「${basis.quote}」${basis.place ? ` ${basis.place}` : ''}`
    : '';
