import type { Evidence, Project } from '../../../model/disclosure.js';
import type { FormEntry } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const agencyIsProject = defineFormRule({
  id: 'agency-is-project',
  version: 1,
  title: '主管部门、实施单位与项目名称填错了位置',
  severity: 'warning',
  tolerance: 'none',
  forms: ['project', 'project-self-evaluation'],
  authority: guidance('《项目支出绩效目标申报表》的栏目：项目名称、主管部门、实施单位各填其项'),
  formula: '主管部门、实施单位 ≠ 项目名称；项目名称 ≠ 本部门、本单位',
  why: '主管部门一栏填了项目名称，看不出由谁负责；多为复制时错了一格。',
  messages: {
    field: '{label}一栏填的是项目名称“{value}”，待核实。',
    name: '项目名称一栏填的是{label}“{value}”，待核实。',
  },
  *check(form) {
    let any = false;
    for (const entry of form.entries) {
      if (!entry.project) continue;
      any = true;
      yield judge(entry, entry.project, form.disclosure.disclosure.department);
    }
    if (!any) yield notApplicable('表中没有项目');
  },
  examples: {
    passes: [
      { title: '各填其项', disclosures: [{ projects: [{ name: '综合治理费', department: '甲区政法委' }] }] },
    ],
    reports: [
      {
        title: '主管部门填了项目名称',
        disclosures: [{ projects: [{ name: '综合治理费', department: '项目1综合治理费' }] }],
        fields: ['project.department'],
      },
    ],
    notApplicable: [
      { title: '没有主管部门、实施单位', disclosures: [{ projects: [{ name: '综合治理费' }] }] },
    ],
  },
});

interface Field {
  key: 'department' | 'agency';
  label: string;
  value: string;
  evidence: Evidence;
}

function judge({ reading }: FormEntry, project: Project, department: string | null): Verdict {
  const fields = fieldsOf(project).filter(({ evidence }) => reading.form.blocks.includes(evidence.block));
  if (fields.length === 0) return notApplicable('没有主管部门、实施单位');
  const names = [project.name, project.namePrinted].map(plainText);
  const field = fields.find(({ value }) => names.includes(withoutNumber(value)));
  if (!field) return pass;
  const isOffice = department !== null && names.includes(plainText(department));
  const operands: OperandDraft[] = [
    { label: field.label, evidence: field.evidence, form: reading },
    ...(project.evidence.name ? [{ label: '项目名称', evidence: project.evidence.name, form: reading }] : []),
  ];
  return fail({
    field: isOffice ? 'project.name/office' : `project.${field.key}`,
    project,
    message: isOffice ? 'name' : 'field',
    parameters: { label: field.label, value: field.value },
    reported: field.value,
    operands,
  });
}

function fieldsOf({ department, agency, evidence }: Project): Field[] {
  return [
    ...(department && evidence.department
      ? [{ key: 'department' as const, label: '主管部门', value: department, evidence: evidence.department }]
      : []),
    ...(agency && evidence.agency
      ? [{ key: 'agency' as const, label: '实施单位', value: agency, evidence: evidence.agency }]
      : []),
  ];
}

/** 项目1综合治理费 → 综合治理费, as it is compared. */
const withoutNumber = (value: string): string => plainText(value).replace(/^项目\d+/, '');
