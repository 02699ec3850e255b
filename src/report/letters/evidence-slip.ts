import { regionTitle } from '../audit-report/titles.js';
import { fillTemplate, type LetterPicture, type Template } from './fill-template.js';
import { fileName, fileWords, findingWords, type LetterFiles, type LetterFinding } from './finding-words.js';

/** More excerpts than these nobody checks on paper; the workbook of the audit has all. */
const PLACES = 60;
/** Pixels of 1/96 inch: the type area of the template that comes with the program. */
const PICTURE = { width: 580, height: 690 };

/** A page of a source with the cells a finding rests on outlined. */
export interface SlipPage {
  document: string;
  page: number;
  /** Points. */
  size: readonly [width: number, height: number];
  png: Uint8Array;
  /** Numbers of the excerpts outlined on it, and of those that stand somewhere in its text. */
  numbers: readonly number[];
  inText: readonly number[];
}

export interface EvidenceSlip {
  finding: LetterFinding;
  pages: readonly SlipPage[];
  /** Why there are no pages; '' where there are. */
  noPages: string;
  /** As it is written in a letter. */
  date: string;
}

/** 取证单 as a Word file. @throws UserError on a template that cannot be filled in */
export function evidenceSlip(
  { finding: about, pages, noPages, date }: EvidenceSlip,
  files: LetterFiles,
  template: Template,
): Promise<Uint8Array> {
  const { finding, subject } = about;
  const rested = [...new Set(finding.evidence.map(({ document }) => document))];
  return fillTemplate(template, '取证单', {
    部门: subject.department ?? '（部门未定）',
    地区: regionTitle(subject),
    日期: date,
    ...findingWords(about, files, PLACES),
    文件: rested
      .flatMap((sha256) => files.get(sha256) ?? [])
      .map((file, index) => ({
        ...fileWords(file, index),
        摘要值: file.sha256,
      })),
    有图: pages.length > 0,
    无图: pages.length === 0,
    无图原因: noPages,
    图: pages.map((page) => ({ 图片: pictureOf(page), 图题: titleOf(page, files) })),
  });
}

const titleOf = ({ document, page, numbers, inText }: SlipPage, files: LetterFiles): string =>
  [
    `${fileName(files.get(document)?.path)}，第 ${page} 页`,
    numbers.length > 0 && `红框为摘录第 ${runsOf(numbers)} 号`,
    inText.length > 0 && `摘录第 ${runsOf(inText)} 号在这一页的文字中`,
    '姓名与电话已遮盖',
  ]
    .filter((part) => part !== false)
    .join('；');

/** Numbers in order: `1、37—66`. */
function runsOf(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}—${last}`)).join('、');
}

function pictureOf({ png, size: [width, height], page }: SlipPage): LetterPicture {
  const scale = Math.min(PICTURE.width / width, PICTURE.height / height);
  return {
    png,
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    words: `原文第 ${page} 页`,
  };
}
