import type { FindingSubject } from '../audit-report/audit-report.js';
import { regionTitle } from '../audit-report/titles.js';
import { fillTemplate, type Template } from './fill-template.js';
import {
  editionTitle,
  fileWords,
  findingWords,
  type LetterFile,
  type LetterFiles,
  type LetterFinding,
} from './finding-words.js';

/** Excerpts of a finding in a letter; 取证单 has all. */
const PLACES = 12;

/** What one department of one place is asked to check. */
export interface VerificationLetter {
  region: FindingSubject['region'];
  department: string;
  /** What it published, each with what it is of. */
  published: readonly { file: LetterFile; of: Pick<FindingSubject, 'year' | 'stage'>[] }[];
  findings: readonly LetterFinding[];
  /** As it is written in a letter: 2024年3月1日. */
  date: string;
}

/** 核实函 as a Word file. @throws UserError on a template that cannot be filled in */
export const verificationLetter = (
  { region, department, published, findings, date }: VerificationLetter,
  files: LetterFiles,
  template: Template,
): Promise<Uint8Array> =>
  fillTemplate(template, '核实函', {
    部门: department,
    地区: regionTitle({ region }),
    日期: date,
    条数: String(findings.length),
    文件: published.map(({ file, of }, index) => ({
      ...fileWords(file, index),
      年度和阶段: [...new Set(of.map(editionTitle))].join('、'),
    })),
    事项: findings.map((each, index) => ({ 序号: String(index + 1), ...findingWords(each, files, PLACES) })),
  });
