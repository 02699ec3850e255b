import { countUnreadRows } from '../model/count-unread-rows.js';
import { DIAGNOSTIC_TITLES } from '../model/diagnostic.js';
import { FORMAT_TITLES, type ReadDocument } from '../model/document.js';
import { FORM_KIND_TITLES } from '../model/facts/form-kinds.js';
import { describeOutcome } from '../model/import-record.js';
import { OUTCOME_TEXT } from '../model/outcome.js';
import { gapsOf } from '../model/reading-gaps.js';
import { factLines } from './fact-lines.js';
import { subjectFacts } from './subject-facts.js';

/** What became of a document: outcome, disclosures with what decided their subject, forms, cells, diagnostics. */
export function explainDocument(document: ReadDocument): string {
  const { outcome, forms, claims, unread, diagnostics } = document;
  const unreadRows = countUnreadRows(unread);
  const gaps = gapsOf(document);
  const count = (status: string): number => claims.filter((claim) => claim.status === status).length;
  return [
    '文档',
    factLines([
      ['文件', document.path],
      ['内容指纹', document.sha256],
      ['格式', FORMAT_TITLES[document.format] ?? document.format],
      ['读取结果', gaps.length === 0 ? describeOutcome(document) : OUTCOME_TEXT[outcome].title],
      [
        '单元格',
        `${claims.length}：读成字段 ${count('claimed')}，标签 ${count('label')}，搁置 ${count('set-aside')}，未认领 ${count('unclaimed')}`,
      ],
      ['未读行', unreadRows > 0 ? `${unreadRows}：像绩效表而没有认出` : ''],
    ]),
    ...(gaps.length === 0 ? [] : ['', '没有读到的']),
    ...gaps.map(
      ({ place, message, advice }) =>
        `  ${place === null ? '' : `${place}  `}${message}\n    怎么办：${advice}`,
    ),
    ...document.disclosures.flatMap((disclosure, index) => [
      '',
      `公开 ${index + 1}`,
      factLines(subjectFacts(document, disclosure).slice(1)),
      factLines(
        forms
          .filter((form) => form.disclosure === index)
          .map((form) => [
            FORM_KIND_TITLES[form.kind],
            [form.title?.text.trim(), form.title?.evidence.place].filter(Boolean).join('  '),
          ]),
      ),
    ]),
    ...(diagnostics.length === 0 ? [] : ['', '读取说明']),
    factLines(
      diagnostics.map(({ code, message, place }) => [
        DIAGNOSTIC_TITLES[code] ?? code,
        `${message}${place ? `  ${place}` : ''}`,
      ]),
    ),
    '',
  ].join('\n');
}
