import { Buffer } from 'node:buffer';
import { runAudit } from '../../src/audit/run/run-audit.js';
import type { Finding } from '../../src/model/finding.js';
import { readDocument } from '../../src/pipeline/reading/read-document.js';
import { sourceOf } from './audit-source.js';

/** 一级, 二级, 三级指标, operator, figure, unit; levels are left out where the layout prints none. */
export type PrintedRow = [
  level1: string,
  level2: string,
  name: string,
  sign: string,
  value: string,
  unit: string,
];

export interface PrintedProject {
  name: string;
  /** 万元. */
  amount: string;
  goal?: string;
  rows: PrintedRow[];
}

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

const LAYOUTS = {
  /** One form a project: levels, name, target in one cell. */
  form: ({ name, amount, goal = '按计划完成。', rows }: PrintedProject) => `
    <table border="1">
    <tr><td colspan="5">${name}项目绩效目标表</td></tr>
    <tr><td>项目名称</td><td colspan="4">${name}</td></tr>
    <tr><td>资金总额（万元）</td><td colspan="4">${amount}</td></tr>
    <tr><td>年度目标</td><td colspan="4">${goal}</td></tr>
    <tr><td rowspan="${rows.length + 1}">绩效目标指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>
    ${rows.map(([one, two, title, sign, value, unit]) => row(one, two, title, `${sign}${value}${unit}`)).join('\n')}
    </table>`,
  /** Operator, figure and unit in columns of their own. */
  columns: ({ name, amount, goal = '按计划完成。', rows }: PrintedProject) => `
    <p>单位：万元</p>
    <table border="1">
    ${row('项目名称', '项目总额', '绩效目标', '一级指标', '二级指标', '三级指标', '绩效指标性质', '本年绩效指标值', '绩效度量单位')}
    ${rows
      .map((cells, at) =>
        at === 0
          ? row(name, amount, goal, ...cells).replace(
              /<td>/g,
              (() => {
                let index = 0;
                return (cell: string) => (index++ < 3 ? `<td rowspan="${rows.length}">` : cell);
              })(),
            )
          : row(...cells),
      )
      .join('\n')}
    </table>`,
  /** No levels at all. */
  unlevelled: ({ name, amount, goal = '按计划完成。', rows }: PrintedProject) => `
    <p>单位：万元</p>
    <table border="1">
    <tr><td>项目名称</td><td colspan="2">${name}</td><td>主管部门</td><td colspan="3">某县某局</td></tr>
    <tr><td>当年预算</td><td colspan="6">${amount}</td></tr>
    <tr><td>当年绩效目标</td><td colspan="6">${goal}</td></tr>
    <tr><td rowspan="${rows.length + 1}">绩效指标</td><td>指标名称</td><td>指标性质</td><td>指标值</td><td>计量单位</td><td>指标权重(%)</td><td>是否核心</td></tr>
    ${rows.map(([, , title, sign, value, unit]) => row(title, sign, value, unit, '10', '否')).join('\n')}
    </table>`,
};

export type Layout = keyof typeof LAYOUTS;
export const PROJECT_LAYOUTS = Object.keys(LAYOUTS) as Layout[];

/** What the audit finds in a page of printed project forms, read as any other file. */
export async function findingsInForms(layout: Layout, projects: PrintedProject[]): Promise<Finding[]> {
  const heading = '<h2>2025年项目支出绩效目标表</h2>';
  const page = `<meta charset="utf-8">${heading}${projects.map(LAYOUTS[layout]).join(`\n${heading}\n`)}`;
  const document = await readDocument(Buffer.from(page), { path: 'a.html' });
  return (await runAudit(sourceOf([document]))).findings;
}
