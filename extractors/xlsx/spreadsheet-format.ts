import { openOle } from '../ole-file.js';
import { sniff } from '../sniff.js';
import { inflateEntry, listZip } from '../zip-file.js';

const XML_2003 = /<Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/;
const MIMETYPE_BYTES = 100;

/** Which kind of workbook the bytes are, undefined when they are none. */
export function spreadsheetFormat(bytes: Uint8Array): 'xlsx' | 'xls' | 'ods' | 'xml' | undefined {
  switch (sniff(bytes)) {
    case 'zip':
      return inZip(bytes);
    case 'ole':
      return ['Workbook', 'Book'].some((name) => openOle(bytes).stream(name)) ? 'xls' : undefined;
    case 'biff':
      return 'xls';
    case 'text':
      return XML_2003.test(new TextDecoder().decode(bytes.subarray(0, 4096))) ? 'xml' : undefined;
    default:
      return undefined;
  }
}

function inZip(bytes: Uint8Array): 'xlsx' | 'ods' | undefined {
  for (const entry of listZip(bytes)) {
    const name = new TextDecoder().decode(entry.nameBytes).replaceAll('\\', '/');
    if (/^\/?xl\/workbook\.(xml|bin)$/i.test(name)) return 'xlsx';
    if (name === 'mimetype' && entry.method === 0) {
      const type = new TextDecoder().decode(inflateEntry(bytes, entry, MIMETYPE_BYTES));
      if (type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'ods';
    }
  }
  return undefined;
}
