import { type PublicCosts, publicCosts } from '../../equations/statements/running-costs.js';
import { isOfPackYear, plainSubject, saidFigure } from '../../equations/statements/said-facts.js';
import { statementObstacle } from '../../equations/statements/statement-verdicts.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFen, showFenIn, showFigure } from '../../figures/format.js';
import { lastPlace, sumFen } from '../../figures/printed-sum.js';
import { paragraphsOf } from '../../subjects/prose.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import type { ColumnSpec, LineSpec } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const runningCostsExceedTable = defineDocumentRule({
  id: 'running-costs-exceed-table',
  version: 1,
  title: '机关运行经费大于基本支出的公用经费',
  severity: 'note',
  tolerance: 'T1',
  authority: guidance(
    '《地方预决算公开操作规程》：机关运行经费指行政单位和参照公务员法管理的事业单位使用一般公共预算安排的日常公用经费',
  ),
  formula: '文字中的机关运行经费 ≤ 基本支出表的公用经费（没有这一栏的，商品和服务支出 + 资本性支出）',
  why: '机关运行经费是公用经费的一部分，比它大，多半口径不同或一处没有更新；比它小是常有的（事业单位的公用经费不计入）。',
  messages: {
    exceeds: '文字中“{subject}”为{reported}，大于{table}的{label}{expected}，多{difference}，待核实。',
  },
  *check(disclosure) {
    const own = disclosure.disclosure.said.filter(
      (said) => said.money && isOfPackYear(said, disclosure) && RUNNING.test(plainSubject(said.subject)),
    );
    const [said] = own;
    if (!said) return yield notApplicable('文字没有说明机关运行经费');
    if (isWider(disclosure)) return yield notApplicable('机关运行经费按行政经费的口径');
    const obstacle = statementObstacle(disclosure);
    if (obstacle) return yield obstacle;
    const figure = saidFigure(said, said.money, disclosure);
    const costs = publicCosts(disclosure);
    yield figure && fenOf(figure) !== null && costs.length > 0
      ? judge(figure, costs)
      : notApplicable('预算表没有列出公用经费');
  },
  examples: {
    passes: [
      { title: '与公用经费相同', disclosures: [pack('30.00万元')] },
      { title: '比公用经费小：有事业单位', disclosures: [pack('12.5万元')] },
      { title: '按万元四舍五入', disclosures: [pack('30.01万元')] },
      { title: '没有公用经费一栏，不大于商品和服务支出等', disclosures: [byClass('32万元')] },
    ],
    reports: [
      { title: '大于公用经费', disclosures: [pack('37.78万元')], fields: ['said:机关运行经费'] },
      {
        title: '大于商品和服务支出加资本性支出',
        disclosures: [byClass('37.78万元')],
        fields: ['said:机关运行经费'],
      },
    ],
    notApplicable: [
      { title: '没有预算表', disclosures: [{ said: pack('1万元').said ?? [] }] },
      {
        title: '按行政经费的口径',
        disclosures: [{ ...pack('40万元'), prose: ['行政经费（机关运行经费）指用于维持机关运行的经费。'] }],
      },
      { title: '没有说明', disclosures: [{ statements: pack('1万元').statements ?? [] }] },
      {
        title: '说的是上年',
        disclosures: [
          { ...pack('1万元'), said: [{ subject: '机关运行经费', aboutYear: 2022, amount: '40万元' }] },
        ],
      },
    ],
  },
});

const RUNNING = /^(机关|一般公共预算财政拨款|一般公共财政拨款)运行经费(支出)?$/;

/** Some provinces count projects for the running of the office too, and call it 行政经费. */
const isWider = (disclosure: DisclosureSubject): boolean =>
  paragraphsOf(disclosure).some(({ text }) =>
    /行政经费[（(]?(即|含)?机关运行经费|机关运行经费[（(](即|含)?行政经费/.test(text.replace(/\s+/g, '')),
  );

/** So many last places are what sums of rounded figures may differ by. */
const SMALL = 10;

function judge(figure: Figure, costs: PublicCosts[]): Verdict {
  const widest = costs.reduce((best, each) => (sumFen(each.parts) > sumFen(best.parts) ? each : best));
  const most = sumFen(widest.parts);
  const difference = (fenOf(figure) ?? 0) - most;
  const unit = figure.money.unit ?? '万元';
  if (difference <= SMALL * lastPlace(unit, figure.money.decimals ?? 0)) return pass;
  const other = widest.parts[0]?.money.unit ?? unit;
  return fail({
    field: 'said:机关运行经费',
    project: null,
    message: 'exceeds',
    parameters: {
      subject: figure.label,
      reported: showFigure(figure),
      table: widest.name,
      label: widest.parts.map(({ label }) => `“${label}”`).join('与'),
      expected: showFenIn(most, other, unit),
      difference: showFen(difference, unit),
    },
    reported: showFigure(figure),
    expected: showFenIn(most, other, unit),
    differenceFen: difference,
    totalFen: most,
    operands: [figure, ...widest.parts],
  });
}

function basics(amount: string, columns: ColumnSpec[], lines: LineSpec[]): DisclosureSpec {
  return {
    statements: [{ kind: 'basic-economy', title: '一般公共预算基本支出表', columns, lines }],
    said: [{ subject: '机关运行经费', aboutYear: 2023, amount }],
  };
}

function pack(amount: string): DisclosureSpec {
  return basics(
    amount,
    [
      ['合计', 'total'],
      ['人员经费', 'other'],
      ['公用经费', 'other'],
    ],
    [
      { item: '合计', role: 'total', amounts: ['130', '100', '30'] },
      { code: '301', item: '工资福利支出', amounts: ['100', '100', ''] },
      { code: '302', item: '商品和服务支出', amounts: ['30', '', '30'] },
    ],
  );
}

function byClass(amount: string): DisclosureSpec {
  return basics(
    amount,
    [['预算数', 'budget']],
    [
      { item: '合计', role: 'total', amounts: ['132'] },
      { code: '301', item: '工资福利支出', amounts: ['100'] },
      { code: '302', item: '商品和服务支出', amounts: ['30'] },
      { code: '310', item: '资本性支出', amounts: ['2'] },
    ],
  );
}
