import { STAGE_TITLES } from '../../model/facts/stages.js';
import type { Operand } from '../../model/finding.js';
import { placeInWords } from '../../model/place.js';
import type { FindingSubject, ReportFinding, RuleDescription } from '../audit-report/audit-report.js';
import { yearTitle } from '../audit-report/titles.js';
import { expectedTitle, showDifferenceInBoth } from '../finding-figures.js';
import type { LetterData } from './fill-template.js';

/** A finding a paper is about. */
export type LetterFinding = Pick<ReportFinding, 'id' | 'finding' | 'subject'> & {
  /** null: this program has the rule no longer. */
  rule: RuleDescription | null;
  /** What is printed where each operand stands, in their order. */
  excerpts: readonly string[];
};

/** A published file as papers name it. */
export interface LetterFile {
  sha256: string;
  /** Path as shown. */
  path: string;
  url: string | null;
  /** ISO date. */
  published: string | null;
}

/** Files by sha256. */
export type LetterFiles = ReadonlyMap<string, LetterFile>;

/** What is said of a finding in either paper, by placeholder. @param places how many excerpts are listed, the first ones */
export function findingWords(
  { id, finding, subject, rule, excerpts }: LetterFinding,
  files: LetterFiles,
  places: number,
): LetterData {
  const { reported, expected, differenceFen, formula, project } = finding;
  return {
    编号: `f${id}`,
    标题: rule?.title ?? finding.rule,
    说明: finding.message,
    年度和阶段: editionTitle(subject),
    项目: project ?? '',
    有项目: project !== null,
    比较: rule?.formula ?? '',
    算式: formula ?? '',
    有算式: formula !== null,
    公开值: reported ?? '',
    有公开值: reported !== null,
    对照名: expectedTitle(finding),
    对照值: expected ?? '',
    有对照值: expected !== null,
    差额: differenceFen === null ? '' : showDifferenceInBoth(differenceFen),
    有差额: differenceFen !== null,
    依据: rule?.authority ?? '',
    摘录: listed(finding.evidence, excerpts, files, places),
  };
}

export const editionTitle = (subject: Pick<FindingSubject, 'year' | 'stage'>): string =>
  `${yearTitle(subject)}${STAGE_TITLES[subject.stage]}`;

function listed(
  operands: readonly Operand[],
  excerpts: readonly string[],
  files: LetterFiles,
  places: number,
): LetterData[] {
  const shown = operands.slice(0, places).map(({ label, evidence, document }, index) => ({
    号: String(index + 1),
    项: label,
    原文: excerpts[index] ?? '',
    出处: `${fileName(files.get(document)?.path)}，${placeInWords(evidence.place)}`,
  }));
  const left = operands.length - shown.length;
  return left === 0 ? shown : [...shown, { 号: '……', 项: `另有 ${left} 处`, 原文: '', 出处: '' }];
}

/** The name of a file, without the folders and archives it lies in. */
export const fileName = (path: string | undefined): string =>
  path === undefined ? '（文件已不在库中）' : (path.split(/!\/|[\\/]/).at(-1) ?? path);

/** What is said of a file, by placeholder. */
export const fileWords = ({ path, url, published }: LetterFile, index: number): LetterData => ({
  序号: String(index + 1),
  名称: fileName(path),
  网址: url ?? '',
  有网址: url !== null,
  公布日期: published ?? '未记录',
});
