import { decodeText } from '../../../extractors/bytes/charset.js';
import { UserError } from '../../model/facts/user-error.js';
import { parseDay } from '../../pipeline/files/parse-day.js';
import { parseCsv } from '../../pipeline/inputs/parse-csv.js';
import { manifestColumn } from '../../pipeline/inputs/read-manifest.js';
import { webAddress } from '../addresses/web-address.js';
import type { Given } from './web-lead.js';

/** An address of a list, with what stands beside it. */
export interface ListedAddress {
  address: string;
  title: string;
  /** ISO date; '' for none. */
  published: string;
  given: Given;
}

export interface AddressList {
  addresses: ListedAddress[];
  /** Columns of a table whose names mean nothing here. */
  unknownColumns: string[];
}

const MOST_PROBLEMS = 10;

/**
 * Reads a list of addresses: CSV with a column `url` (网址) and others as a manifest has them, or text with an address in each
 * line, whatever else stands in it. Blank lines and those that begin with `#` are left out; each address counts once.
 * @param name of the list, for messages
 * @throws UserError naming the lines without an address of the web
 */
export function readAddressList(bytes: Uint8Array, name: string): AddressList {
  const { text } = decodeText(bytes);
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const names = columnNames(lines[0] ?? '');
  const columns = names.map(manifestColumn);
  const isTable = columns.includes('url');
  const found = isTable ? fromRows(text, columns, name) : fromLines(lines);
  const wrong = found.filter((each): each is Wrong => 'line' in each);
  if (wrong.length > 0) {
    const shown = wrong
      .slice(0, MOST_PROBLEMS)
      .map(({ line, text }) => `第 ${line} 行：${text.slice(0, 80)}`);
    const more = wrong.length > MOST_PROBLEMS ? [`……共 ${wrong.length} 行`] : [];
    throw new UserError([`${name} 有的行没有 http 或 https 的网址：`, ...shown, ...more].join('\n  '));
  }
  const listed = new Map<string, ListedAddress>();
  for (const each of found) {
    if ('address' in each && !listed.has(each.address)) listed.set(each.address, each);
  }
  if (listed.size === 0) throw new UserError(`${name} 里没有网址`);
  const unknownColumns = isTable ? names.filter((each) => each !== '' && manifestColumn(each) === null) : [];
  return { addresses: [...listed.values()], unknownColumns };
}

interface Wrong {
  line: number;
  text: string;
}

const columnNames = (line: string): string[] =>
  line.split(/[,，\t]/).map((name) => name.trim().replace(/^"|"$/g, ''));

function fromRows(
  text: string,
  columns: readonly (string | null)[],
  name: string,
): (ListedAddress | Wrong)[] {
  const rows = parseCsv(text, name, { delimiter: [',', '\t', '，'] });
  return rows.slice(1).map((row, index) => {
    const value = (column: string): string => (row[columns.indexOf(column)] ?? '').trim();
    const address = addressIn(value('url'));
    if (address === null) return { line: index + 2, text: row.join(',') };
    const [region, year, department] = [value('region'), value('year'), value('department')];
    return {
      address,
      title: value('title'),
      published: parseDay(value('published')) ?? '',
      given: { region, year, department },
    };
  });
}

const fromLines = (lines: readonly string[]): (ListedAddress | Wrong)[] =>
  lines.flatMap((line, index): (ListedAddress | Wrong)[] => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return [];
    const address = addressIn(line);
    if (address === null) return [{ line: index + 1, text: line.trim() }];
    return [{ address, title: '', published: '', given: { region: '', year: '', department: '' } }];
  });

/** The first address in a text; one without its scheme begins with `www.` or stands alone. */
function addressIn(text: string): string | null {
  const whole = /https?:\/\/[^\s"'<>，。；、）]+/i.exec(text)?.[0];
  if (whole !== undefined) return webAddress(whole);
  const bare = /(?:^|\s)((?:www\.)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/[^\s"'<>，。；]*)?)(?:$|\s)/i.exec(
    text.trim(),
  )?.[1];
  return bare === undefined ? null : webAddress(`http://${bare}`);
}
