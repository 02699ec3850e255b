import { SeededRandom } from '../../test/support/seeded-random.js';
import { half, type LabelledPapers, Papers, pickFields } from './labelled-papers.js';

const INDICATORS: readonly [string, string][] = [
  ['发放宣传资料', '宣传资料发放数量'],
  ['培训村级防疫员', '村级防疫员培训人数'],
  ['清淤河道长度', '河道清淤长度'],
  ['慰问困难职工', '慰问困难职工人数'],
  ['工程验收合格率', '验收合格率'],
  ['补贴发放及时率', '补贴及时发放率'],
  ['群众满意度', '受益群众满意度'],
  ['设备采购数量', '采购设备数量'],
  ['开展执法检查', '执法检查次数'],
  ['项目完成时间', '完成时间'],
  ['每亩补助标准', '补助标准（每亩）'],
  ['案件办结率', '案件按期办结率'],
  ['带动农户增收', '农户增收'],
  ['病死畜禽无害化处理率', '无害化处理率'],
  ['新建公厕数', '新建公共厕所数量'],
  ['路灯完好率', '路灯设施完好率'],
  ['参保人数', '参加保险人数'],
  ['档案扫描页数', '扫描档案页数'],
];
const ALIKE_INDICATORS: readonly [string, string][] = [
  ['培训合格率', '培训完成率'],
  ['学生满意度', '教师满意度'],
  ['企业满意度', '群众满意度'],
  ['资金拨付及时率', '资金使用合规率'],
  ['小学生资助人数', '初中生资助人数'],
  ['新建公路里程', '养护公路里程'],
  ['疫苗接种率', '疫苗不良反应率'],
  ['一级响应次数', '二级响应次数'],
  ['培训人数', '培训场次'],
  ['城镇低保户数', '农村低保户数'],
  ['巡查次数', '检查次数'],
  ['种子抽检合格率', '农药抽检合格率'],
];

/** Indicators of one project in two papers. */
export function labelledIndicators(seed: number, words: number): LabelledPapers {
  const random = new SeededRandom(seed);
  const papers = new Papers();
  const figure = (): number => random.integer(2, 100);
  const kinds = random.shuffled(half(INDICATORS, words));
  for (const [name] of kinds.slice(0, 3)) {
    const promised = figure();
    papers.put([{ name, figure: promised }], [{ name, figure: promised }], 'same');
  }
  for (const [name, other] of kinds.slice(3, 6)) {
    const promised = figure();
    papers.put(
      [{ name, figure: promised }],
      [{ name: other, figure: random.next() < 0.7 ? promised : figure() }],
      'renamed',
    );
  }
  for (const [one, other] of random.shuffled(half(ALIKE_INDICATORS, words)).slice(0, 2)) {
    const used = [...papers.before, ...papers.after].map(({ name }) => name);
    if (
      used.some(
        (name) => name.includes(one) || name.includes(other) || other.includes(name) || one.includes(name),
      )
    )
      continue;
    papers.put([{ name: one, figure: figure() }], [{ name: other, figure: figure() }], 'look-alike');
  }
  const used = [...papers.before, ...papers.after].map(({ name }) => name);
  const [went, came] = kinds.slice(6, 8).filter(([name]) => !used.includes(name));
  if (went) papers.before.push({ name: went[0], figure: figure() });
  if (came) papers.after.push({ name: came[0], figure: figure() });
  return { years: [2023, 2023], ...pickFields(papers) };
}
