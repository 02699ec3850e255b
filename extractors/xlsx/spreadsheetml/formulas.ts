import type { SheetRange, StoredCell } from '../stored-sheet.js';
import { cellRange } from './cell-range.js';
import { shiftFormula } from './shift-formula.js';
import type { XmlScanner } from './xml-scanner.js';

interface Place {
  row: number;
  column: number;
}

/** The formulas of a sheet as they are come to (ECMA-376 part 1, 18.3.1.40), for the cells that have no value of their own. */
export class Formulas {
  private readonly arrays: { range: SheetRange; written: string }[] = [];
  private readonly shared = new Map<number, { formula: string; at: Place }>();
  private own: { place: Place; formula: string | undefined } | undefined;

  /** The element `f` just opened, of the cell at a place. */
  note(scanner: XmlScanner, place: Place): void {
    const type = scanner.attribute('t');
    const written = scanner.attribute('ref') ?? '';
    const range = cellRange(written);
    const id = scanner.number('si');
    const text = scanner.text().replaceAll('_xlfn.', '');
    if (text !== '' && range && type === 'array') this.arrays.push({ range, written });
    if (text !== '' && type === 'shared' && id !== undefined)
      this.shared.set(id, { formula: text, at: place });
    this.own = { place, formula: text === '' ? this.sharedAt(id, place) : text };
  }

  /** The formula of the cell at a place, and the range of the array formula it belongs to. */
  at({ row, column }: Place): Pick<StoredCell, 'f' | 'F'> | undefined {
    const found: Pick<StoredCell, 'f' | 'F'> = {};
    if (this.own?.formula && this.own.place.row === row && this.own.place.column === column) {
      found.f = this.own.formula;
    }
    const array = this.arrays.findLast(
      ({ range }) => row >= range.top && row <= range.bottom && column >= range.left && column <= range.right,
    );
    if (array) found.F = array.written;
    return found.f === undefined && found.F === undefined ? undefined : found;
  }

  private sharedAt(id: number | undefined, { row, column }: Place): string | undefined {
    const first = id === undefined ? undefined : this.shared.get(id);
    return first && shiftFormula(first.formula, row - first.at.row, column - first.at.column);
  }
}
