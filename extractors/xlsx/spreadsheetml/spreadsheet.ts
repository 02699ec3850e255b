import type { Diagnostic } from '../../../src/model/diagnostic.js';
import { UnreadableError } from '../../bytes/limits.js';
import { SHOWN } from '../hidden-axes.js';
import type { ShowCell, StoredSheet, Workbook } from '../stored-sheet.js';
import { workbookDamage } from '../workbook-damage.js';
import { cellFormats, isOther } from './cell-formats.js';
import { sharedStrings } from './shared-strings.js';
import type { CellValues } from './stored-cell.js';
import { WorkbookParts } from './workbook-parts.js';
import { worksheet } from './worksheet.js';
import type { XmlScanner } from './xml-scanner.js';

interface SheetEntry {
  name: string;
  isHidden: boolean;
  relation: string;
}

/**
 * A workbook of SpreadsheetML (ECMA-376 part 1, 18; .xlsx, .xlsm); undefined where the package keeps its sheets in another form (.xlsb).
 *
 * @throws UnreadableError, LimitError
 */
export async function spreadsheet(bytes: Uint8Array): Promise<Workbook | undefined> {
  const parts = new WorkbookParts(bytes);
  const main = parts.mainPart();
  const scanner = main === undefined ? undefined : parts.scan(main);
  if (main === undefined || !scanner) return undefined;
  const entries: SheetEntry[] = [];
  let is1904 = false;
  while (scanner.next()) {
    if (scanner.isEnd) continue;
    if (scanner.is('workbookPr')) is1904 = scanner.flag('date1904');
    if (!scanner.is('sheet')) continue;
    entries.push({
      name: scanner.attribute('name') ?? '',
      isHidden: /hidden$/i.test(scanner.attribute('state') ?? ''),
      relation: scanner.attribute('id') ?? '',
    });
  }
  if (entries.length === 0) throw new UnreadableError('corrupt', workbookDamage(bytes));
  const relations = parts.relationsOf(main);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const related = (type: string): string =>
    [...relations.values()].find((relation) => relation.type === type)?.target ?? `${folder}${type}.xml`;
  const formats = cellFormats(parts.scan(related('styles')));
  const needsOther = formats.some(({ sections }) => sections.some(isOther));
  const values: CellValues = {
    strings: sharedStrings(parts.scan(related('sharedStrings'))),
    formats,
    is1904,
    showOther: needsOther ? await otherFormats(is1904) : undefined,
  };
  return {
    ...properties(parts),
    is1904,
    *sheets(show) {
      for (const [i, { name, isHidden, relation }] of entries.entries()) {
        const found = relations.get(relation);
        if (found && found.type !== 'worksheet') continue;
        const part = found?.target ?? `${folder}worksheets/sheet${i + 1}.xml`;
        yield sheetOf({ name, isHidden }, part, parts.scan(part), values, show);
      }
    },
  };
}

function sheetOf(
  entry: Pick<StoredSheet, 'name' | 'isHidden'>,
  part: string,
  scanner: XmlScanner | undefined,
  values: CellValues,
  show: ShowCell,
): StoredSheet {
  const of = `工作表“${entry.name}”（${part}）`;
  if (!scanner) {
    const diagnostics: Diagnostic[] = [{ code: 'part-damaged', message: `${of}不在文件中，未读入` }];
    return { ...entry, cells: [], merges: [], hides: SHOWN, diagnostics };
  }
  const { isCutOff, lost, ...read } = worksheet(scanner, values, show);
  const diagnostics: Diagnostic[] = [];
  if (isCutOff) diagnostics.push({ code: 'xml-malformed', message: `${of}不是完好的 XML，只读到断处` });
  if (lost > 0)
    diagnostics.push({ code: 'part-damaged', message: `${of}有 ${lost} 格的文字不在文件中，未读入` });
  return { ...entry, ...read, diagnostics };
}

/** The library's formats for the kinds that ours leaves out; empty where it has none either. */
async function otherFormats(date1904: boolean): Promise<(code: string, value: number) => string> {
  const { SSF } = await import('@e965/xlsx');
  return (code, value) => {
    try {
      return SSF.format(code, value, { date1904 });
    } catch (error) {
      if (error instanceof Error) return '';
      throw error;
    }
  };
}

/** What the document says of itself (Dublin Core; ECMA-376-2, 11). */
function properties(parts: WorkbookParts): Pick<Workbook, 'title' | 'author'> {
  const core = [...parts.relationsOf('').values()].find(({ type }) => type === 'core-properties');
  const scanner = parts.scan(core?.target ?? 'docProps/core.xml');
  const found: Pick<Workbook, 'title' | 'author'> = { title: undefined, author: undefined };
  while (scanner?.next()) {
    if (scanner.isEnd) continue;
    if (scanner.is('title')) found.title = scanner.text();
    if (scanner.is('creator')) found.author = scanner.text();
  }
  return found;
}
