import type { Evidence, Project } from '../../../model/disclosure.js';
import type { FormEntry } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const nameDepartmentSwapped = defineFormRule({
  id: 'name-department-swapped',
  version: 1,
  title: '项目名称与部门、单位名称互换了位置',
  severity: 'warning',
  tolerance: 'none',
  forms: ['project', 'project-list', 'project-self-evaluation'],
  authority: guidance('《项目支出绩效目标申报表》的栏目：项目名称、主管部门、实施单位各填其项'),
  formula: '项目名称一栏不是机关、单位，而主管部门（实施单位）一栏不是项目',
  why: '两栏互换，按名称查不到项目，按部门汇总会多出一个部门；多为填表时错了一行。',
  messages: {
    swapped: '项目名称一栏填的是“{name}”，{label}一栏填的是“{value}”，可能互换了位置，待核实。',
    name: '项目名称一栏填的是单位名称“{name}”，待核实。',
  },
  *check(form) {
    let any = false;
    for (const entry of form.entries) {
      if (!entry.project || entry.project.name === '') continue;
      any = true;
      yield judge(entry, entry.project, form.disclosure.disclosure.department);
    }
    if (!any) yield notApplicable('表中没有项目');
  },
  examples: {
    passes: [
      {
        title: '各填其项',
        disclosures: [{ projects: [{ name: '道路养护经费', department: '甲县公路局' }] }],
      },
      {
        title: '以中心、站为名的项目',
        disclosures: [{ projects: [{ name: '乡镇综合文化站', department: '甲县文化局' }] }],
      },
      {
        title: '为某局办事的项目',
        disclosures: [{ projects: [{ name: '甲县公路局养护经费', department: '甲县公路局' }] }],
      },
    ],
    reports: [
      {
        title: '两栏互换',
        disclosures: [{ projects: [{ name: '甲县公路局', department: '道路养护经费' }] }],
        fields: ['project.name/swapped'],
      },
      {
        title: '名称与实施单位互换',
        disclosures: [{ projects: [{ name: '甲县水利工程管理站', agency: '水库除险加固项目' }] }],
        fields: ['project.name/swapped'],
      },
      {
        title: '名称填了本部门',
        disclosures: [{ department: '甲县公路局', projects: [{ name: '甲县公路局' }] }],
        fields: ['project.name/office'],
      },
    ],
    notApplicable: [{ title: '没有项目', disclosures: [{ projects: [{ name: '' }] }] }],
  },
});

const OFFICE =
  /(局|委员会|委|办公室|厅|院|政府|街道办事处|办事处|管委会|总队|支队|大队|管理站|管理所|管理处|服务中心|管理中心|中心|联合会|总工会|党校|学校|医院|公司|部)(本级|机关|本部)?$/;
const PROJECT =
  /(经费|资金|费|费用|项目|专项|工程|补助|补贴|建设|采购|购置|运维|运行维护|改造|奖励|津贴|工作)$/;

interface Office {
  label: string;
  value: string;
  evidence: Evidence;
}

function judge({ reading, mention }: FormEntry, project: Project, department: string | null): Verdict {
  const printed = mention?.name ?? project.name;
  const [name, own] = [printed, department ?? ''].map(plainText);
  const field = officesOf(project).find(
    ({ value, evidence }) => reading.form.blocks.includes(evidence.block) && isProject(value),
  );
  const cell = mention?.evidence.name ?? project.evidence.name;
  const operands: OperandDraft[] = cell ? [{ label: '项目名称', evidence: cell, form: reading }] : [];
  if (operands.length === 0) return notApplicable('没有项目名称的单元格');
  const isOwn = own !== '' && name === own;
  if (field && plainText(field.value) !== name && (isOwn || isOffice(printed))) {
    return fail({
      field: 'project.name/swapped',
      project,
      message: 'swapped',
      parameters: { name: printed, label: field.label, value: field.value },
      reported: printed,
      expected: field.value,
      operands: [...operands, { label: field.label, evidence: field.evidence, form: reading }],
    });
  }
  if (!isOwn || officesOf(project).some(({ value }) => plainText(value) === name)) return pass;
  return fail({
    field: 'project.name/office',
    project,
    message: 'name',
    parameters: { name: printed },
    reported: printed,
    operands,
  });
}

const isOffice = (text: string): boolean => OFFICE.test(plainText(text)) && !PROJECT.test(plainText(text));
const isProject = (text: string): boolean => PROJECT.test(plainText(text)) && !OFFICE.test(plainText(text));

const officesOf = ({ department, agency, evidence }: Project): Office[] => [
  ...(department && evidence.department
    ? [{ label: '主管部门', value: department, evidence: evidence.department }]
    : []),
  ...(agency && evidence.agency ? [{ label: '实施单位', value: agency, evidence: evidence.agency }] : []),
];
