import type { DisclosureSpec } from '../../src/audit/rules/example.js';
import type { LineSpec, StatementSpec } from '../../src/audit/rules/pack-example.js';
import type { StatementKind } from '../../src/model/statement.js';
import { of, type PlantedFault } from './planted-fault.js';
import type { SeededRandom } from './seeded-random.js';

const statementOf = ({ statements }: DisclosureSpec, kind: StatementKind): StatementSpec =>
  of(of(statements).find((statement) => statement.kind === kind));

const lineOf = (statement: StatementSpec, item: string): LineSpec =>
  of(statement.lines.find((line) => line.item === item));

/** Off by 10.03 to 48.97 万元. */
const off = (printed: string, random: SeededRandom): string =>
  (Number(printed) + random.integer(1003, 4897) / 100).toFixed(2);

/** Every amount of a line off by the same, so that the line itself still adds up. */
function shift(line: LineSpec, at: number, random: SeededRandom): void {
  const before = Number(line.amounts[0]);
  const after = off(of(line.amounts[0]), random);
  line.amounts[0] = after;
  line.amounts[at] = (Number(line.amounts[at] || '0') + Number(after) - before).toFixed(2);
}

/** One fault for each rule over packs. */
export const PLANTED_PACK_FAULTS: PlantedFault[] = (
  [
    {
      rule: 'statement-total-differs',
      neighbours: ['form-differs-from-statement'],
      plant(spec, random) {
        const total = lineOf(statementOf(spec, 'expenditure'), '合计');
        total.amounts[0] = off(of(total.amounts[0]), random);
      },
    },
    {
      rule: 'statement-total-differs',
      neighbours: [],
      plant(spec, random) {
        const line = lineOf(statementOf(spec, 'expenditure'), '行政单位医疗');
        line.amounts[1] = off(of(line.amounts[1]), random);
      },
    },
    {
      rule: 'statement-total-differs',
      neighbours: [],
      plant(spec, random) {
        const total = lineOf(statementOf(spec, 'income-expenditure'), '收入总计');
        total.amounts[0] = off(of(total.amounts[0]), random);
      },
    },
    {
      rule: 'statement-hierarchy-differs',
      neighbours: [],
      plant(spec, random) {
        shift(lineOf(statementOf(spec, 'basic-economy'), '办公费'), 2, random);
      },
    },
    {
      rule: 'statements-differ',
      neighbours: [],
      plant(spec, random) {
        const { lines } = statementOf(spec, 'income');
        shift(of(lines[0]), 1, random);
      },
    },
    {
      rule: 'form-differs-from-statement',
      neighbours: ['budget-total-differs-from-expenditure', 'budget-total-differs-from-revenue'],
      plant({ departmentForm }, random) {
        of(departmentForm).total = off(of(of(departmentForm).total), random);
      },
    },
    {
      rule: 'forms-sum-differs-from-statement',
      neighbours: [],
      plant(spec) {
        const name = '未列入预算的新增工作经费';
        const amount = '7.77';
        spec.projects?.push({ name, amount, title: '2023年项目支出绩效目标表' });
        delete spec.summary;
      },
    },
    {
      rule: 'project-amount-differs-from-statement',
      neighbours: ['statement-total-differs'],
      plant(spec, random) {
        const { lines } = statementOf(spec, 'project-expenditure');
        const line = of(lines.at(-1));
        line.amounts[0] = off(of(line.amounts[0]), random);
      },
    },
    {
      rule: 'narrative-amount-differs',
      neighbours: [],
      plant({ said }, random) {
        const sentence = of(of(said).find(({ subject }) => subject === '项目支出'));
        sentence.amount = `${off(of(sentence.amount).replace('万元', ''), random)}万元`;
      },
    },
    {
      rule: 'narrative-code-differs',
      neighbours: [],
      plant(spec) {
        const { amounts } = lineOf(statementOf(spec, 'expenditure'), '行政单位医疗');
        of(spec.said).push({ subject: '行政单位医疗', code: '2109901', amount: `${of(amounts[0])}万元` });
      },
    },
    {
      rule: 'narrative-reason-opposes',
      neighbours: [],
      plant({ said }) {
        of(said).push({
          subject: '住房补贴',
          amount: '8.00万元',
          change: ['2.00万元', 'down'],
          sentence: '住房补贴8.00万元，较上年减少2.00万元，原因是补贴人数增加。',
        });
      },
    },
    {
      rule: 'narrative-percent-differs',
      neighbours: [],
      plant({ said }, random) {
        const sentence = of(of(said)[0]);
        const [figure, ...rest] = of(sentence.percent);
        sentence.percent = [(Number(figure) + random.integer(103, 997) / 100).toFixed(2), ...rest];
      },
    },
    {
      rule: 'narrative-percent-differs',
      neighbours: [],
      plant({ said }) {
        const sentence = of(of(said)[1]);
        sentence.percent = [of(sentence.percent)[0], 'change', 'down'];
      },
    },
    {
      rule: 'narrative-change-differs',
      neighbours: [],
      plant({ said }) {
        const amount = '45.67万元';
        const subject = '机关运行经费';
        of(said).push(
          { subject, amount, change: ['3.21万元', 'up'] },
          { subject, amount, change: ['1.23万元', 'down'] },
        );
      },
    },
    {
      rule: 'narrative-share-differs',
      neighbours: [],
      plant({ said }) {
        of(said).push(
          { subject: '政府采购预算', amount: '200.00万元' },
          {
            subject: '政府采购货物预算',
            within: '政府采购预算',
            amount: '60.00万元',
            percent: ['60', 'share'],
          },
        );
      },
    },
    {
      rule: 'narrative-parts-differ',
      neighbours: [],
      plant({ said }) {
        of(said).push(
          { subject: '委托业务费', amount: '20.00万元' },
          { subject: '咨询费', within: '委托业务费', amount: '26.00万元' },
        );
      },
    },
    {
      rule: 'vehicle-purchase-unfunded',
      neighbours: [],
      plant({ said }) {
        of(said).push(
          { subject: '公务用车购置费', amount: '0.00万元' },
          { subject: '购置车辆', count: ['2', '辆'] },
          { subject: '执法执勤用车', within: '购置车辆', count: ['2', '辆'] },
        );
      },
    },
    {
      rule: 'narrative-count-differs',
      neighbours: [],
      plant(spec) {
        spec.prose = [...(spec.prose ?? []), '本局设5个内设机构，分别是：办公室、综合处、督查处、信息处。'];
      },
    },
    {
      rule: 'narrative-year-differs',
      neighbours: [],
      plant({ said }) {
        const sentence = of(of(said).find(({ subject }) => subject === '项目支出'));
        sentence.aboutYear = 2021;
      },
    },
  ] satisfies PlantedFault[]
).map((fault): PlantedFault => ({ ...fault, inPack: true }));
