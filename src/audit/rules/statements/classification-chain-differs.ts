import { chainFault, printedClasses } from '../../equations/statements/chain-fault.js';
import { ownsProse, paragraphsOf, proseReading } from '../../subjects/prose.js';
import { classChains } from '../../texts/class-chains.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { classTable } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const classificationChainDiffers = defineDocumentRule({
  id: 'classification-chain-differs',
  version: 1,
  title: '文字中的类、款、项不相属',
  severity: 'warning',
  tolerance: 'none',
  authority: guidance('财政部《政府收支分类科目》：款属于类，项属于款，编码逐级相接'),
  formula: '文字“某某（类）某某（款）某某（项）”中，款在类之下，项在款之下（以科目编码和本册预算表为准）',
  why: '类、款、项接不上，多半套用了别的部门或上年的文字，该科目的说明和金额也值得再看。',
  messages: { differs: '文字中“{chain}”：{why}，待核实。' },
  *check(disclosure) {
    if (!ownsProse(disclosure)) return yield notApplicable('没有预算说明');
    const chains = paragraphsOf(disclosure).flatMap(({ text, evidence }) =>
      classChains(text).map((chain) => ({ chain, evidence })),
    );
    if (chains.length === 0) return yield notApplicable('文字没有列出类、款、项');
    const printed = printedClasses(disclosure);
    const reported = new Set<string>();
    for (const { chain, evidence } of chains) {
      const why = chainFault(chain, printed);
      const name = `${chain.类}（类）${chain.款}（款）${chain.项 === null ? '' : `${chain.项}（项）`}`;
      if (why === null || reported.has(name)) {
        yield pass;
        continue;
      }
      reported.add(name);
      yield fail({
        field: `chain:${name}`,
        project: null,
        message: 'differs',
        parameters: { chain: name, why },
        reported: name,
        operands: [{ label: '科目名称', evidence, form: proseReading(disclosure) }],
      });
    }
  },
  examples: {
    passes: [
      { title: '逐级相接', disclosures: [pack('教育支出（类）职业教育（款）其他职业教育支出（项）')] },
      { title: '各款都有的项', disclosures: [pack('教育支出（类）教育管理事务（款）行政运行（项）')] },
      { title: '表中没有的科目', disclosures: [pack('教育支出（类）普通教育（款）小学教育（项）')] },
      { title: '不认得的名称', disclosures: [pack('教育支出（类）乡村教育（款）乡村小学（项）')] },
      {
        title: '款与项同名',
        disclosures: [pack('一般公共服务支出（类）其他一般公共服务支出（款）其他一般公共服务支出（项）')],
      },
    ],
    reports: [
      {
        title: '款写成了另一款的项',
        disclosures: [pack('教育支出（类）普通教育（款）职业教育（项）')],
        fields: ['chain:教育支出（类）普通教育（款）职业教育（项）'],
      },
      {
        title: '款不在这一类之下',
        disclosures: [pack('卫生健康支出（类）职业教育（款）中等职业教育（项）')],
        fields: ['chain:卫生健康支出（类）职业教育（款）中等职业教育（项）'],
      },
      {
        title: '项在预算表中属于另一款',
        disclosures: [pack('教育支出（类）进修及培训（款）中等职业教育（项）')],
        fields: ['chain:教育支出（类）进修及培训（款）中等职业教育（项）'],
      },
    ],
    notApplicable: [
      { title: '没有预算说明', disclosures: [{ prose: ['教育支出（类）普通教育（款）职业教育（项）。'] }] },
      { title: '没有列出类、款、项', disclosures: [pack('教育支出')] },
    ],
  },
});

function pack(chain: string): DisclosureSpec {
  return {
    statements: [
      classTable(
        { item: '合计', role: 'total', amounts: ['30'] },
        { code: '205', item: '教育支出', amounts: ['30'] },
        { code: '20503', item: '职业教育', amounts: ['30'] },
        { code: '2050302', item: '中等职业教育', amounts: ['20'] },
        { code: '2050399', item: '其他职业教育支出', amounts: ['10'] },
      ),
    ],
    prose: [`3.${chain}：反映除上述项目以外的支出。`],
  };
}
