import type { Cell } from '../../../src/model/grid.js';
import type { IndicatorTableRow, ProjectTableRow, RecognizedForm } from '../form/form.js';
import type { CellAt, Ledger } from '../form/ledger.js';
import { readCodedText } from './coded-indicators.js';

/** Indicators written into one cell, whatever its column is called; null where it holds none. `isLoose` as in `readCodedText`. */
export function readCodedCell(
  at: CellAt,
  project: ProjectTableRow | null,
  isLoose = true,
): IndicatorTableRow[] | null {
  const coded = readCodedText(at.cell.text, isLoose);
  if (!coded) return null;
  if (project) {
    const textUnder = (pattern: RegExp) =>
      Object.entries(coded.texts).find(([heading]) => pattern.test(heading))?.[1];
    project.goalText ??= textUnder(/目标/);
    project.purposeText ??= textUnder(/概况|内容|用途/) ?? '';
  }
  return coded.indicators.map(({ level1, level2, name, target, horizon }) => ({
    level1: null,
    level2: null,
    level1Text: level1,
    level2Text: level2,
    name: at,
    nameText: name,
    target: [at],
    targetText: target,
    operator: [],
    unit: [],
    targetCutOff: false,
    horizon,
    others: {},
    project,
  }));
}

/** Reads the coded cells among these into the form; a cell that no field has claimed yet is claimed as the indicators it holds. */
export function readCodedCells(
  form: RecognizedForm,
  ledger: Ledger,
  cells: readonly Cell[],
  project: ProjectTableRow | null,
  isLoose = true,
): void {
  for (const cell of cells) {
    const indicators = readCodedCell(ledger.at(cell), project, isLoose);
    if (!indicators) continue;
    ledger.field(cell, 'indicator.name');
    form.types.add('indicators');
    form.indicators.push(...indicators);
  }
}
