import { type CountedOffices, countedOffices } from '../../equations/statements/counted-offices.js';
import { ownsProse, proseReading } from '../../subjects/prose.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const narrativeCountDiffers = defineDocumentRule({
  id: 'narrative-count-differs',
  version: 1,
  title: '文字说明的机构数与所列不符',
  severity: 'warning',
  tolerance: 'T0',
  authority: arithmetic('所说的个数 = 逐一列出的个数'),
  formula: '“设N个内设机构”之后逐一列出的名称为N个（机关党委、离退休、纪检等可以不计）',
  why: '个数与列出的名称不符，多半是机构调整之后只改了一处。',
  messages: { differs: '文字写“{printed}”，其后逐一列出{listed}个（{first}……{last}），待核实。' },
  *check(disclosure) {
    if (!ownsProse(disclosure)) return yield notApplicable('没有预算说明');
    const counted = countedOffices(disclosure);
    if (counted.length === 0) return yield notApplicable('文字中没有逐一列出的机构');
    const form = proseReading(disclosure);
    for (const each of counted) {
      if (each.count >= each.least && each.count <= each.most) {
        yield pass;
        continue;
      }
      yield fail({
        field: 'count:offices',
        project: null,
        message: 'differs',
        parameters: {
          printed: each.printed,
          listed: listedOf(each),
          first: each.names[0] ?? '',
          last: each.names.at(-1) ?? '',
        },
        reported: String(each.count),
        expected: listedOf(each),
        operands: each.evidence.map((evidence) => ({ label: '机构设置', evidence, form })),
      });
    }
  },
  examples: {
    passes: [
      ['个数相符', '内设3个处室，分别为办公室、综合处、督查处。'],
      ['中文数字', '本局设三个内设机构，包括：办公室、综合处、督查处。'],
      ['最后用“和”连接', '本局内设4个职能机构，分别是：办公室、综合处、督查处和信息中心。'],
      ['名称里有“和”', '设3个内设机构，分别是：办公室、科技和财务处、督查处。'],
      ['另有机关党委', '设3个内设机构和机关党委，分别是：办公室、综合处、督查处、机关党委。'],
      ['括号里有别的名称', '设3个内设机构，分别是：办公室（信访室、保密室）、综合处、督查处。'],
    ].map(([title = '', text = '']) => ({ title, disclosures: [prose(text)] })),
    reports: [
      {
        title: '少列一个',
        disclosures: [prose('设5个内设机构，分别是：办公室、综合处、督查处、信息处。')],
        fields: ['count:offices'],
      },
      {
        title: '多列一个',
        disclosures: [
          prose(
            '本局设十二个内设机构，包括：办公室、',
            '一处、二处、三处、四处、五处、六处、七处、八处、九处、十处、人事处、财务处。',
          ),
        ],
        fields: ['count:offices'],
      },
      {
        title: '逐条列出的标题多一个',
        disclosures: [
          prose(
            '市某局设2个内设机构。',
            '1、办公室。',
            '负责日常工作。',
            '2、综合处。',
            '负责综合。',
            '3、数据管理处。',
            '负责数据。',
          ),
        ],
        fields: ['count:offices'],
      },
    ],
    notApplicable: [
      ['以“等”结束', '设13个内设机构，分别是：办公室、综合处、督查处等。'],
      ['没有列出', '设3个内设机构。'],
      ['列出的不是机构', '设3个内设机构，分别是：负责文电、管理财务、人事工作、其他。'],
      ['个数是别的', '预算单位共有3个，包括：办公室、综合处。'],
      ['列出的是下属单位', '设2个内设机构。\n1、某市调查中心。\n2、某市普查中心。\n3、某市服务中心。'],
    ].map(([title = '', text = '']) => ({ title, disclosures: [prose(...text.split('\n'))] })),
  },
});

/** `13`; `2至3` where 和 may part two names or stand within one. */
const listedOf = ({ names, most }: CountedOffices): string =>
  most > names.length && Number.isFinite(most) ? `${names.length}至${most}` : String(names.length);

function prose(...paragraphs: string[]): DisclosureSpec {
  return { said: [{ subject: '收入预算', amount: '100万元' }], prose: paragraphs };
}
