import { UnreadableError } from './limits.js';
import { type OleFile, openOle } from './ole-file.js';
import type { Container } from './sniff.js';
import { type ZipKind, zipKind } from './zip-kind.js';

const ZIP_KINDS: Record<ZipKind, string> = {
  word: 'Word 文档，但正文缺失',
  workbook: 'Excel 工作簿，但内容缺失',
  presentation: 'PowerPoint 演示文稿',
  'opendocument-text': 'OpenDocument 文本，但内容缺失',
  'opendocument-sheet': 'OpenDocument 表格，但内容缺失',
  opendocument: 'OpenDocument 文件',
  ofd: 'OFD 版式文件，但内容缺失',
  epub: 'EPUB 电子书',
  archive: '压缩包，其中的文件应逐个读取',
};

/** Streams that tell what else an OLE file is. */
const OLE_KINDS: readonly [RegExp, string][] = [
  [/^PowerPoint Document$/i, 'PowerPoint 演示文稿'],
  [/^VisioDocument$/i, 'Visio 绘图'],
  [/^__properties_version1\.0$/i, 'Outlook 邮件'],
  [/^HwpSummaryInformation$/i, 'HWP 文档'],
  [/^(MatOST|MM)$/i, 'Microsoft Works 文档'],
  [/^(CONTENTS|SPELLING)$/i, 'Microsoft Works 或 Publisher 文档'],
];

const BINARY_KINDS: readonly [string, readonly number[]][] = [
  ['7z 压缩包，请解压后导入', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['gzip 压缩文件，请解压后导入', [0x1f, 0x8b]],
  ['程序文件', [0x4d, 0x5a]],
  ['WordPerfect 文档', [0xff, 0x57, 0x50, 0x43]],
];

/**
 * What to say of bytes no reader recognizes: what they are instead.
 *
 * @throws UnreadableError `corrupt` where the container itself is damaged
 */
export function refusal(container: Container, bytes: Uint8Array): UnreadableError {
  switch (container) {
    case 'empty':
      return new UnreadableError('empty', '文件长度为 0');
    case 'blank':
      return new UnreadableError('empty', '文件里只有空白或零字节');
    case 'zip':
      return new UnreadableError('unsupported', `文件是${ZIP_KINDS[zipKind(bytes)]}`);
    case 'rar':
    case 'warc':
      return new UnreadableError('unsupported', '文件是压缩包，其中的文件应逐个读取');
    case 'ole':
      return oleRefusal(openOle(bytes));
    case 'binary': {
      const kind = BINARY_KINDS.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0];
      return new UnreadableError('unsupported', kind ? `文件是${kind}` : '文件是不认识的二进制文件');
    }
    default:
      return new UnreadableError('unsupported', '文件内容不是能读取的格式');
  }
}

function oleRefusal(ole: OleFile): UnreadableError {
  if (isProtected(ole)) return new UnreadableError('encrypted', '文件有打开密码或受权限管理保护');
  const kind = OLE_KINDS.find(([pattern]) => ole.entries.some(({ name }) => pattern.test(name)))?.[1];
  return new UnreadableError('unsupported', `文件是${kind ?? 'OLE 复合文件，但不是 Word 或 Excel'}`);
}

/** An OOXML package encrypted inside an OLE file ([MS-OFFCRYPTO] 2.3), or a document under rights management (2.2). */
export const isProtected = (ole: OleFile): boolean =>
  ole.entries.some(({ name }) => /^(EncryptedPackage|\tDRMContent|\tDRMViewerContent)$/i.test(name));
