import { sniff } from '../../../extractors/bytes/sniff.js';
import { fileEnding } from '../addresses/file-names.js';

/** What came, by its content before its name: a page to be looked through, a file to be kept, or nothing that is collected. */
export type ContentKind =
  | { kind: 'page' }
  | { kind: 'file'; ending: string }
  | { kind: 'other'; reason: string };

const MARKUP = /<(?:!doctype\s+html|html|head|body|meta|title|table|div|script|p|br|a)\b/i;
/** Endings of texts that are files. */
const TEXTS = ['csv', 'rtf'];

/** Endings by content; where several formats share a container the name's own counts if it is one of them. */
const ENDINGS: Record<string, readonly string[]> = {
  pdf: ['pdf'],
  zip: ['zip', 'docx', 'xlsx', 'ofd', 'wps', 'et', 'odt', 'ods', 'doc', 'xls'],
  rar: ['rar'],
  ole: ['doc', 'xls', 'wps', 'et', 'docx', 'xlsx'],
  biff: ['xls', 'et'],
  rtf: ['rtf', 'doc'],
  image: ['jpg', 'jpeg', 'png', 'gif', 'bmp', 'tif', 'tiff', 'webp'],
};

/**
 * @param head the first bytes, some thousands
 * @param name as it was given; its ending plays a part only where the content leaves it open
 * @param type of the server, '' for none
 */
export function contentKind(head: Uint8Array, name: string, type: string): ContentKind {
  const container = sniff(head);
  const named = fileEnding(name);
  if (container === 'text') return textKind(head, named, type);
  if (container === 'empty' || container === 'blank') return { kind: 'other', reason: '内容是空的' };
  const endings = ENDINGS[container];
  if (!endings) return { kind: 'other', reason: `不是要收的文件${type === '' ? '' : `（${type}）`}` };
  return { kind: 'file', ending: named !== null && endings.includes(named) ? named : (endings[0] ?? 'bin') };
}

function textKind(head: Uint8Array, named: string | null, type: string): ContentKind {
  const text = new TextDecoder('latin1').decode(head);
  if (/html/.test(type) || MARKUP.test(text.replaceAll('\0', ''))) return { kind: 'page' };
  if (named !== null && TEXTS.includes(named)) return { kind: 'file', ending: named };
  if (/^\s*<\?xml/.test(text) && named !== null) return { kind: 'file', ending: named };
  return { kind: 'other', reason: `不是要收的文件${type === '' ? '' : `（${type}）`}` };
}
