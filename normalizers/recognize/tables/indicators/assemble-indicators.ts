import type { Diagnostic } from '../../../../src/model/diagnostic.js';
import type { Indicator } from '../../../../src/model/disclosure.js';
import type { Money } from '../../../../src/model/money.js';
import type { Target } from '../../../../src/model/target.js';
import { joinTarget } from '../../../parse/target/join-target.js';
import { parseTarget } from '../../../parse/target/parse-target.js';
import type { IndicatorTableRow, RecognizedForm } from '../../form/form.js';
import { evidenceOf } from '../../form/ledger.js';
import type { Assembly } from '../../rows/table-type.js';
import { canonicalIndicatorName } from '../../values/canonical-name.js';
import { evidenceOfCells, figureWithin, textOf } from '../../values/evidence.js';
import { isNothing, isTemplateText } from '../../words/cell-kinds.js';
import { levelNames } from './level-names.js';
import { splitLevelsInName } from './levels-in-name.js';
import { parseActual } from './parse-actual.js';

interface Context {
  form: number;
  project: number | null;
  projectName: string | null;
  moneyUnit: Money['unit'];
}

/** 绩效标准 names one of the standards (财预〔2015〕88号: 历史、行业、计划、其他 …); elsewhere it holds an explanation. */
const STANDARD = /^.{0,6}标准(值)?$|^(计划|历史|行业|国家|地方|其他|经验|预算支出)/;

/** The indicators of a form, each of the project that its row names, else of the form's. */
export function assembleIndicators(recognized: RecognizedForm, assembly: Assembly): void {
  const { disclosure, units, diagnostics, form } = assembly;
  for (const row of recognized.indicators) {
    const of = assembly.projectOf(row.project);
    const indicator = assembleIndicator(
      row,
      disclosure.indicators.length + 1,
      {
        form,
        project: of?.id ?? null,
        projectName: of?.name ?? null,
        moneyUnit: units.caption ?? units.paragraph ?? units.document,
      },
      diagnostics,
    );
    disclosure.indicators.push(indicator);
    if (row.projectCode) assembly.nameByCode(indicator, row.projectCode);
  }
}

/** One indicator row parsed: canonical levels and name, joined and parsed target, the other columns as text. */
function assembleIndicator(
  row: IndicatorTableRow,
  id: number,
  context: Context,
  diagnostics: Diagnostic[],
): Indicator {
  const inName = row.level1Text === null && row.level2Text === null ? splitLevelsInName(row.nameText) : null;
  const level1Printed = inName?.level1 ?? (row.level1Carried ? null : row.level1Text);
  const level2Printed = inName?.level2 ?? row.level2Text;
  const levels = levelNames(inName?.level1 ?? row.level1Text, level2Printed);
  const name = canonicalIndicatorName(inName?.name ?? row.nameText);
  const operator = textOf(row.operator) ?? undefined;
  const value = row.targetText ?? textOf(row.target) ?? '';
  const unit = textOf(row.unit) ?? undefined;
  const separate = row.operator.length > 0 || row.unit.length > 0;
  const target = separate ? joinTarget({ operator, value, unit }) : value;
  const standardText = textOf(row.others.standard);
  const standard = standardText && STANDARD.test(standardText.replace(/\s/g, '')) ? standardText : null;
  const description = textOf(row.others.description) ?? (standard === null ? standardText : null);
  if (row.targetCutOff) {
    diagnostics.push({
      code: 'target-cut-off',
      message: `指标“${name}”一行错位，指标值被截去`,
      place: row.name.cell.place,
    });
  }
  const around = {
    name,
    moneyUnit: context.moneyUnit,
    level2: levels.level2,
    description,
    projectName: context.projectName ?? undefined,
  };
  const parsed = asPrinted(
    parseTarget({ text: target, ...around, ...(separate ? { operator, value, unit } : {}) }),
    separate ? { value, unit } : {},
  );
  const actual = textOf(row.others.actual);
  const deviation = deviationOf(row);
  return {
    id,
    form: context.form,
    project: context.project,
    ...levels,
    level1Printed,
    level2Printed,
    name,
    namePrinted: row.targetText === undefined ? (row.name.part ?? row.name.cell.text).trim() : row.nameText,
    description,
    target: target === '' || isTemplateText(target) ? null : target,
    parsed,
    horizon: row.horizon,
    scope: null,
    standard,
    targetBasis: textOf(row.others.targetBasis),
    weight: figureWithin(textOf(row.others.weight)),
    actual,
    ...(actual === null ? {} : { actualParsed: parseActual(actual, parsed, around) }),
    score: figureWithin(textOf(row.others.score)),
    ...(deviation === null ? {} : { deviation }),
    evidence: evidenceOfRow(row),
  };
}

/** Nothing but a dash or 无 is no reason. */
function deviationOf(row: IndicatorTableRow): string | null {
  const text = textOf(row.others.deviation)?.trim() ?? '';
  return isNothing(text) ? null : text;
}

/** Where figure and unit have columns of their own, they are what those print. */
function asPrinted(parsed: Target, { value, unit }: { value?: string; unit?: string }): Target {
  const figure = value?.trim() ?? '';
  return {
    ...parsed,
    ...(/^[\d.,]+$/.test(figure) && parsed.value !== null ? { value: figure } : {}),
    ...(unit && !/^[-—/]$|^无$/.test(unit.trim()) ? { unit: unit.trim() } : {}),
  };
}

function evidenceOfRow(row: IndicatorTableRow): Indicator['evidence'] {
  const evidence: Indicator['evidence'] = { name: evidenceOf(row.name) };
  const put = (field: string, cells: IndicatorTableRow['target'] | undefined) => {
    const found = evidenceOfCells(cells);
    if (found) evidence[field] = found;
  };
  put('target', row.target);
  put('operator', row.operator);
  put('unit', row.unit);
  put('level1', row.level1 ? [row.level1] : undefined);
  put('level2', row.level2 ? [row.level2] : undefined);
  for (const [role, cells] of Object.entries(row.others)) put(role, cells);
  return evidence;
}
