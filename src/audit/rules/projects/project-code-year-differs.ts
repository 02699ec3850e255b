import { codesOf, partsOf } from '../../subjects/project-code.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const projectCodeYearDiffers = defineDocumentRule({
  id: 'project-code-year-differs',
  version: 1,
  title: '项目编码中的年份晚于公开年度',
  severity: 'warning',
  tolerance: 'T0',
  authority: guidance('各地公开的 21 位项目编码第 7–8 位为立项年份；未见公开的国家规范'),
  formula: '项目编码第 7–8 位 ≤ 公开年度',
  why: '立项年份早于公开年度是延续项目；晚于公开年度说明编码或年度有一处有误。',
  messages: { later: '“{name}”的项目编码 {code} 年份为 {found}，晚于公开年度 {expected}，待核实。' },
  *check(disclosure) {
    const codes = codesOf(disclosure);
    if (codes.length === 0) return yield notApplicable('没有项目编码');
    const { year } = disclosure.disclosure;
    if (year === null) return yield notApplicable('公开年度未知');
    for (const operand of codes) {
      const { project, code } = operand;
      const parts = partsOf(code);
      if (!parts) yield notApplicable('项目编码不是 21 位');
      else if (parts.year <= year) yield pass;
      else {
        yield fail({
          field: 'project.code/year',
          project,
          message: 'later',
          parameters: { name: project.name, code, found: String(parts.year), expected: String(year) },
          reported: String(parts.year),
          expected: `≤ ${year}`,
          operands: [operand],
        });
      }
    }
  },
  examples: {
    passes: [
      {
        title: '当年和往年立项',
        disclosures: [
          {
            year: 2023,
            projects: [
              { name: '甲', code: '99010223P00010010001A' },
              { name: '乙', code: '99010221P00010010002B' },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '2023 年公开，编码为 2024 年',
        disclosures: [{ year: 2023, projects: [{ name: '甲', code: '99010224P00010010001A' }] }],
        fields: ['project.code/year'],
      },
    ],
    notApplicable: [
      { title: '没有编码', disclosures: [{ projects: [{ name: '甲' }] }] },
      {
        title: '年度未知',
        disclosures: [{ year: null, projects: [{ name: '甲', code: '99010224P00010010001A' }] }],
      },
    ],
  },
});
