import { openOle } from '../bytes/ole-file.js';
import { sniff } from '../bytes/sniff.js';
import { zipKind } from '../bytes/zip-kind.js';

const XML_2003 = /<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/;
const XML_HEAD = 4096;

/** Which kind of workbook the bytes are, undefined when they are none. */
export function spreadsheetFormat(bytes: Uint8Array): 'xlsx' | 'xls' | 'ods' | 'xml' | undefined {
  switch (sniff(bytes)) {
    case 'zip': {
      const kind = zipKind(bytes);
      if (kind === 'workbook') return 'xlsx';
      return kind === 'opendocument-sheet' ? 'ods' : undefined;
    }
    case 'ole':
      return ['Workbook', 'Book'].some((name) => openOle(bytes).stream(name)) ? 'xls' : undefined;
    case 'biff':
      return 'xls';
    case 'text':
      return XML_2003.test(new TextDecoder().decode(bytes.subarray(0, XML_HEAD))) ? 'xml' : undefined;
    default:
      return undefined;
  }
}
