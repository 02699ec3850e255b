import { describe, expect, it } from 'vitest';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { readDocument } from '../../../src/pipeline/reading/read-document.js';
import { sourceOf } from '../../support/audit-source.js';

const BUDGET = [
  '某县水务局2025年部门预算公开',
  '二、机构设置',
  '本部门设三个内设机构，分别是：办公室、规划财务股和水资源管理股。下属事业单位2个。',
  '一、收支预算总体情况说明',
  '2025年收入预算1000.00万元，比上年增加100.00万元，增长11.11%，其中：一般公共预算拨款收入900.00万元，政府性基金收入60.00万元，上年结转40.00万元。',
  '2025年支出预算1000.00万元，比上年增加100.00万元，其中：基本支出600.00万元，占60%；项目支出400.00万元，占40%。',
  '二、一般公共预算支出情况说明',
  '2025年一般公共预算支出900.00万元，比上年执行数减少20.00万元，下降2.17%。其中：人员经费500.00万元，占基本支出的83.33%；公用经费100.00万元，占基本支出的16.67%。',
  '一般公共预算支出900.00万元，比上年预算数增加50.00万元，增长5.88%。',
  '三、一般公共预算基本支出情况说明',
  '2025年一般公共预算基本支出600.00万元，其中：人员经费500.00万元，主要包括：基本工资200.00万元、津贴补贴300.00万元；公用经费100.00万元，主要包括办公费50.00万元。',
  '四、“三公”经费情况说明',
  '2025年“三公”经费预算12.00万元，比上年减少3.00万元，下降20%。其中：',
  '1.因公出国（境）费0万元，与上年持平。',
  '2.公务接待费2.00万元，比上年减少3.00万元，下降60%。',
  '3.公务用车购置及运行费10.00万元，与上年持平。其中：公务用车购置费0万元；公务用车运行费10.00万元。',
  '五、政府采购情况',
  '2025年政府采购预算总额300.00万元，其中：政府采购货物预算100.00万元、政府采购工程预算50.00万元、政府采购服务预算150.00万元。面向中小企业预留200.00万元，占政府采购预算的66.67%，其中面向小微企业预留150.00万元，占75%。',
  '六、国有资产占用情况',
  '截至2024年12月31日，本部门共有车辆5辆，其中：一般公务用车2辆、执法执勤用车3辆。2025年拟购置车辆0辆。',
].join('\n');

const ACCOUNTS = [
  '某市城管局2024年度部门决算公开',
  '一、收入支出决算总体情况说明',
  '2024年度收、支总计5000.00万元。与2023年度相比，收、支总计各增加500.00万元，增长11.11%。',
  '二、支出决算情况说明',
  '本年支出合计4800.00万元，其中：基本支出3000.00万元，占62.50%；项目支出1800.00万元，占37.50%；经营支出0万元，占0%。',
  '三、财政拨款支出决算情况',
  '2024年度财政拨款支出4500.00万元，占本年支出合计的93.75%。与2023年度相比，财政拨款支出增加400.00万元，增长9.76%。',
  '2024年度财政拨款支出年初预算为4000.00万元，支出决算为4500.00万元，完成年初预算的112.5%。比年初预算增加500.00万元。',
  '主要用于以下方面：卫生健康支出50.00万元，占1.11%；其他支出4450.00万元，占98.89%。',
  '四、“三公”经费',
  '“三公”经费支出决算为20.00万元，完成预算的80%，比2023年度减少2.00万元，下降9.09%。其中：公务用车购置及运行维护费支出18.00万元，占90%；公务接待费支出2.00万元，占10%。',
  '公务用车购置及运行维护费支出决算18.00万元，比年初预算减少4.00万元。其中：公务用车购置支出0万元，购置车辆0辆。',
  '五、政府采购支出说明',
  '政府采购支出总额1000.00万元，其中：政府采购货物支出100.00万元、政府采购工程支出200.00万元、政府采购服务支出700.00万元。授予中小企业合同金额900.00万元，占政府采购支出总额的90%，其中：授予小微企业合同金额450.00万元，占授予中小企业合同金额的50%；货物采购授予中小企业合同金额占货物支出金额的100%，工程采购授予中小企业合同金额占工程支出金额的50%，服务采购授予中小企业合同金额占服务支出金额的100%。',
  '六、机构',
  '内设机构：办公室、人事科等共5个科室，下属单位3个，分别为：市环卫处、市园林处、市路灯处。',
].join('\n');

/** A pack of the prose and one table, whose 支出 is in two parts. */
async function rulesOver(prose: string, title: string, ...amounts: string[]): Promise<string[]> {
  const row = (cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const table = [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', ...amounts],
    ['212', '城乡社区支出', ...amounts],
  ];
  const text = prose
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('');
  const html = `${text}<h3>${title}</h3><p>单位：万元</p><table>${table.map(row).join('')}</table>`;
  const document = await readDocument(Buffer.from(`<html><body>${html}</body></html>`), {
    path: 'pack.html',
  });
  const { findings } = await runAudit(sourceOf([document]));
  return findings.map(({ rule }) => rule);
}

const budget = (prose: string) => rulesOver(prose, '2025年部门支出总表', '1000.00', '600.00', '400.00');
const accounts = (prose: string) => rulesOver(prose, '支出决算表', '4800.00', '3000.00', '1800.00');

describe('figures of the prose against each other', () => {
  it('are silent where they agree', async () => {
    expect(await budget(BUDGET)).toEqual([]);
    expect(await accounts(ACCOUNTS)).toEqual([]);
  });

  it.each([
    ['其中：人员经费500.00万元，主要包括', '其中：人员经费550.00万元，主要包括', 'narrative-parts-differ'],
    ['服务预算150.00', '服务预算160.00', 'narrative-parts-differ'],
    ['购置车辆0辆', '购置车辆2辆', 'vehicle-purchase-unfunded'],
    ['设三个内设机构', '设四个内设机构', 'narrative-count-differs'],
  ])('of a budget: %s → %s', async (right, wrong, rule) => {
    expect(BUDGET).toContain(right);
    expect(await budget(BUDGET.replace(right, wrong))).toContain(rule);
  });

  it.each([
    ['占货物支出金额的100%', '占货物支出金额的20%', 'narrative-share-differs'],
    ['占本年支出合计的93.75%', '占本年支出合计的39.75%', 'narrative-share-differs'],
    ['占98.89%', '占89.89%', 'narrative-share-differs'],
    ['减少2.00万元，下降9.09%', '减少2.00万元，增长9.09%', 'narrative-percent-differs'],
    ['公务接待费支出2.00万元', '公务接待费支出22.00万元', 'narrative-parts-differ'],
  ])('of final accounts: %s → %s', async (right, wrong, rule) => {
    expect(ACCOUNTS).toContain(right);
    expect(await accounts(ACCOUNTS.replace(right, wrong))).toContain(rule);
  });

  it('one amount with two changes', async () => {
    const twice = `${BUDGET}\n机关运行经费45.67万元，比上年增加3.21万元。\n本部门机关运行经费45.67万元，较上年减少1.23万元。`;
    expect(await budget(twice)).toContain('narrative-change-differs');
  });
});
