import { UnreadableError } from '../bytes/limits.js';
import { openOle } from '../bytes/ole-file.js';
import { sniff } from '../bytes/sniff.js';
import type { Reader } from '../reader.js';
import { OfficePackage } from './office-package.js';
import { readWordDocument } from './read-word-document.js';

/** Word documents of the Office Open XML kind (ECMA-376, ISO/IEC 29500), with or without macros. */
export const docxReader: Reader = {
  format: 'docx',
  title: 'Word 文档',
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  keeps: '表格的合并、嵌套与表头，段落、标题、自动编号，修订后的文字，文本框、脚注、页眉页脚，勾选框与符号',
  loses:
    '图表、嵌入对象中的文字，图片中的文字（铺满页面的扫描图装有文字识别时读），批注，隐藏文字，删除的文字，字体与颜色',

  recognize(bytes) {
    if (sniff(bytes) === 'zip') return isWordPackage(new OfficePackage(bytes)) ? 1 : 0;
    return isEncryptedPackage(bytes) ? 0.9 : 0;
  },

  async read(bytes, options) {
    if (isEncryptedPackage(bytes)) throw new UnreadableError('encrypted', '文档有打开密码');
    return readWordDocument(new OfficePackage(bytes), options);
  },
};

/** Whether the bytes are an OLE container around an encrypted OOXML package (MS-OFFCRYPTO 2.3). */
const isEncryptedPackage = (bytes: Uint8Array): boolean =>
  sniff(bytes) === 'ole' &&
  openOle(bytes).entries.some((entry) => entry.type === 2 && entry.name.toLowerCase() === 'encryptedpackage');

/** Content type of the main part: document or template, with or without macros. */
const WORD_MAIN_PART = /(wordprocessingml|ms-word)\.(document|template)[\w.]*\.main\+xml$/i;

/**
 * Whether a package is a Word document: by its content types (ECMA-376-2, 10.1.2), or where they are lost by the usual
 * name of the main part.
 */
function isWordPackage(pack: OfficePackage): boolean {
  let word = false;
  const found = pack.readPart('[content_types].xml', {
    open(element) {
      word ||= WORD_MAIN_PART.test(element.get('ContentType') ?? '');
      return true;
    },
  });
  return word || (!found && pack.has('word/document.xml'));
}
