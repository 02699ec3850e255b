import type { FormKind } from '../../src/model/facts/form-kinds.js';

import type { MoneyUnit } from '../../src/model/facts/money-units.js';
import type { Stage } from '../../src/model/facts/stages.js';
import { parseDepartment } from '../parse/department/parse-department.js';
import { findMoneyUnit } from '../parse/money/find-money-unit.js';
import { inferStage } from '../parse/stage/infer-stage.js';
import type { FieldValue, RecognizedForm, TextAt } from '../recognize/form/form.js';
import { namesOrganisation, ORGANISATION } from '../recognize/tables/projects/agency-row.js';
import { compact } from '../recognize/words/label-text.js';
import { labelText } from '../recognize/words/vocabulary.js';

/** What a form says of itself, before it is known to which disclosure it belongs. */
export interface FormContext {
  kind: FormKind;
  stage: Stage;
  department: TextAt | null;
  /** Years printed in the form's own title and captions. */
  titles: string[];
  captions: string[];
  units: { caption: MoneyUnit | null; paragraph: MoneyUnit | null };
}

export function formContext(form: RecognizedForm): FormContext {
  const titles = form.title ? [form.title.text] : [];
  const captions = form.captions.map((caption) => caption.text);
  const stage = stageOf(form, titles);
  return {
    kind: kindOf(form, stage),
    stage,
    department: departmentOf(form),
    titles,
    captions,
    units: unitsOf(form),
  };
}

/** Columns for actual values and scores make a self-evaluation, whatever the title says, unless it is the report of a half-year. */
function stageOf(form: RecognizedForm, titles: string[]): Stage {
  if (form.evaluation !== null) return 'self-evaluation';
  const { stage } = inferStage({ titles, texts: [] });
  const reports = form.types.has('execution') || form.roles.has('indicator.actual');
  return reports && stage !== 'monitoring' ? 'self-evaluation' : stage;
}

function kindOf(form: RecognizedForm, stage: Stage): FormKind {
  if (form.narrative.length > 0) return 'narrative';
  if (form.evaluation !== null) return 'evaluation-report';
  const has = (pattern: RegExp) =>
    form.fields.some((field) => pattern.test(field.field) && field.text !== '');
  const title = compact(form.title?.text ?? '');
  const whole =
    /整体/.test(title) ||
    (!/项目|专项|政策/.test(title) &&
      !has(/^project\.(name|code)/) &&
      form.projects.length === 0 &&
      has(/^department/));
  if (stage === 'self-evaluation' || stage === 'monitoring')
    return whole ? 'department-self-evaluation' : 'project-self-evaluation';
  const listed = form.projects.some((project) => project.kind === 'project');
  if (listed) return form.indicators.length > 0 ? 'project-list' : 'summary';
  if (form.types.has('projects') && form.indicators.length === 0) return 'summary';
  return whole && !has(/^project\.name/) ? 'department' : 'project';
}

/**
 * 主管部门, unless it holds the project's name by a slip; else the caption 部门名称：… or 单位名称：….
 */
function departmentOf(form: RecognizedForm): TextAt | null {
  const project = compact(filledField(form, 'project.name')?.text ?? '');
  for (const field of ['department.name', 'department.coded']) {
    const value = form.fields.find(
      (v) =>
        v.field === field && v.text.trim() !== '' && compact(v.text) !== project && !namesSeveral(v.text),
    );
    if (value && parseDepartment(value.text)) return { text: value.text, at: value.at };
  }
  return (
    captionValue(form, DEPARTMENT_LABELS) ??
    captionValue(form, AGENCY_LABELS) ??
    officeInTitle(form) ??
    agencyAsDepartment(form) ??
    firstAgencyRow(form)
  );
}

/** 某局、某委、某中心等: several departments are not the one that publishes. */
const namesSeveral = (text: string): boolean =>
  compact(text)
    .split(/[、,;]/)
    .filter((name) => ORGANISATION.test(name.replace(/等.{0,4}$/, ''))).length > 1;

/** In a list without captions the department stands in the first row that sums the projects of an agency. */
function firstAgencyRow(form: RecognizedForm): TextAt | null {
  for (const row of form.projects) {
    const named = row.cells['department.name']?.[0];
    if (named && parseDepartment(named.cell.text)) return { text: named.cell.text, at: named };
    const at = row.cells['agency.name']?.[0] ?? row.cells['project.name']?.[0];
    const sums = row.kind === 'agency' || (row.kind === 'project' && namesOrganisation(row));
    if (sums && at && parseDepartment(at.cell.text)) return { text: at.cell.text, at };
  }
  return null;
}

const DEPARTMENT_LABELS =
  /^(部门名称|主管部门|项目主管部门|被评价单位|被评价部门|项目单位|资金主管部门|部门单位名称|预算部门|部门|填报部门|编制部门)$/;
const AGENCY_LABELS = /^(单位名称|预算单位|填报单位|编制单位|单位|填表单位|公开单位|预算单位名称)$/;

/** `单位名称：某某局    单位：万元` in a caption: the value behind the label. */
function captionValue(form: RecognizedForm, labels: RegExp): TextAt | null {
  for (const caption of form.captions) {
    for (const match of caption.text.matchAll(/([\u4e00-\u9fff（）()]{2,10})\s*[：:]\s*([^\s：:]{3,40})/g)) {
      const value = match[2] ?? '';
      if (labels.test(labelText(match[1] ?? '').core) && parseDepartment(value) && !/元$/.test(value)) {
        return { text: value, at: caption.at };
      }
    }
  }
  return null;
}

/** The office before the year in the title of an evaluation report. */
const officeInTitle = ({ title, evaluation }: RecognizedForm): TextAt | null =>
  title && evaluation?.department && parseDepartment(evaluation.department)
    ? { text: evaluation.department, at: title.at }
    : null;

/** A whole-department form filled by an agency names it as 单位名称. */
function agencyAsDepartment(form: RecognizedForm): TextAt | null {
  if (!/整体/.test(form.title?.text ?? '')) return null;
  const value = filledField(form, 'agency.name');
  return value ? { text: value.text, at: value.at } : null;
}

const filledField = (form: RecognizedForm, field: string): FieldValue | undefined =>
  form.fields.find((value) => value.field === field && value.text.trim() !== '');

function unitsOf(form: RecognizedForm): FormContext['units'] {
  const units: FormContext['units'] = { caption: null, paragraph: null };
  const texts = [...form.captions, ...(form.title ? [form.title] : [])];
  for (const { text, at } of texts) {
    const unit = findMoneyUnit(text);
    if (unit) units['cell' in at ? 'caption' : 'paragraph'] ??= unit;
  }
  const ofLabels = new Set(form.unitLabels.map(findMoneyUnit).filter((unit) => unit !== null));
  const [only] = ofLabels;
  if (ofLabels.size === 1) units.caption ??= only ?? null;
  return units;
}
