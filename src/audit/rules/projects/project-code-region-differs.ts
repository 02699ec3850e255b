import { codesOf, partsOf } from '../../subjects/project-code.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineDocumentRule } from '../rule.js';

export const projectCodeRegionDiffers = defineDocumentRule({
  id: 'project-code-region-differs',
  version: 1,
  title: '项目编码中的地区与公开地区不同',
  severity: 'warning',
  tolerance: 'T0',
  authority: guidance('各地公开的 21 位项目编码第 1–6 位为行政区划代码（GB/T 2260）；未见公开的国家规范'),
  formula: '项目编码第 1–6 位 = 公开地区的行政区划代码，或其上级',
  why: '编码属于别的地区，可能是抄用了别处的表，也可能是上级下达的项目或开发区另有代码。',
  messages: { differs: '“{name}”的项目编码 {code} 地区为 {found}，公开地区为 {expected}，待核实。' },
  *check(disclosure) {
    const codes = codesOf(disclosure);
    if (codes.length === 0) return yield notApplicable('没有项目编码');
    const region = disclosure.disclosure.region;
    if (!region?.code) return yield notApplicable('公开地区没有行政区划代码');
    for (const operand of codes) {
      const { project, code } = operand;
      const parts = partsOf(code);
      if (!parts) yield notApplicable('项目编码不是 21 位');
      else if (isSameOrAbove(parts.region, region.code)) yield pass;
      else {
        yield fail({
          field: 'project.code/region',
          project,
          message: 'differs',
          parameters: {
            name: project.name,
            code,
            found: parts.region,
            expected: `${region.code} ${region.name}`,
          },
          reported: parts.region,
          expected: region.code,
          operands: [operand],
        });
      }
    }
  },
  examples: {
    passes: [
      {
        title: '编码属于本地区或上级',
        disclosures: [
          {
            region: { code: '990102', name: '甲区' },
            projects: [
              { name: '甲', code: '99010223P00010010001A' },
              { name: '乙', code: '99010023P00010010002B' },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '编码属于邻区',
        disclosures: [
          {
            region: { code: '990102', name: '甲区' },
            projects: [{ name: '甲', code: '99010323P00010010001A' }],
          },
        ],
        fields: ['project.code/region'],
      },
    ],
    notApplicable: [
      { title: '没有编码', disclosures: [{ projects: [{ name: '甲' }] }] },
      {
        title: '地区未知',
        disclosures: [{ region: null, projects: [{ name: '甲', code: '99010323P00010010001A' }] }],
      },
      { title: '编码不是 21 位', disclosures: [{ projects: [{ name: '甲', code: '0012' }] }] },
    ],
  },
});

/** Whether `code` is the region itself or a city or province above it. */
const isSameOrAbove = (code: string, region: string): boolean =>
  region.startsWith(code.replace(/(00)+$/, ''));
