import type { Place } from './place.js';

/**
 * Everything reading can meet that it cannot place, or that people should know of, in words. A closed list: the codes are
 * permanent, stores hold them.
 */
export const DIAGNOSTIC_TITLES = {
  'form-not-recognized': '表没有认出',
  'form-partial': '表没有读全',
  'target-cut-off': '指标值被截去',
  'statement-text-unread': '预算表没有读出',
  'statement-rows-apart': '预算表的表头与各行分开',
  'statement-header-unread': '预算表的表头没有读懂',
  'statement-row-unread': '预算表的行没有读懂',
  corrected: '人改正过',
  'corrected-otherwise-read': '改正之后读法变了',
  'correction-lost': '改正没有用上',
  'recognized-picture': '文字由识别得到',
  'recognized-text': '文字取自图像上的识别结果',
  'recognition-limit': '识别到了限额',
  'picture-not-recognized': '图像没有识别',
  'picture-without-text': '图像没有文字',
  'needs-ocr': '文字识别不能使用',
  'page-image-only': '页面只有图像',
  'page-mostly-image': '页面铺满图像',
  'page-unloadable': '页面损坏',
  'page-in-columns': '页面分栏',
  'text-in-columns': '格内文字分栏',
  'no-unicode-map': '字体没有文字对照',
  'text-from-font': '文字由字体推出',
  'unmapped-characters': '字没有文字对照',
  'clipped-text': '文字超出格的边框',
  'unseen-text': '看不见的文字',
  'slanted-text': '斜排的文字',
  'layout-as-table': '排版成的表格',
  'merge-broken': '合并单元格不成形',
  'covered-text': '被合并盖住的文字',
  'covered-cell-has-value': '被合并盖住的格有内容',
  'hidden-left-out': '隐藏的内容没有读入',
  'hidden-set-aside': '隐藏的内容另放',
  'images-not-read': '图片没有读取',
  'object-not-read': '嵌入对象没有读取',
  'embedded-document-not-read': '嵌入的文件没有读取',
  'annotations-left-out': '批注、水印或图章没有读入',
  'symbol-unknown': '不认得的符号',
  'formula-without-result': '公式没有结果',
  'sign-not-shown': '没有显示的负号',
  'quotes-unpaired': '引号不成对',
  'charset-guessed': '字符集是推断的',
  'charset-contradicts-declaration': '字符集与声明不符',
  'undecodable-bytes': '无法识别的字节',
  'part-missing': '文件缺少一部分',
  'part-damaged': '文件有一部分损坏',
  'xml-malformed': '内容不是完好的 XML',
  'doctype-ignored': '文档类型声明未予理会',
  'zip-directory-lost': '压缩包目录缺失',
} as const;
export type DiagnosticCode = keyof typeof DIAGNOSTIC_TITLES;

/**
 * A message about *our reading*: something in the file we could not place. Never about the publisher (that is a
 * Finding) nor about the call (that is an Error).
 */
export interface Diagnostic {
  code: DiagnosticCode;
  /** Chinese, for people; names what was met and what was done with it. */
  message: string;
  place?: Place;
}

/** Code of the diagnostic on a form that was read with gaps. */
export const FORM_PARTIAL = 'form-partial';

/** Code of the diagnostic on rows that look like those of a form and belong to none. */
export const FORM_NOT_RECOGNIZED = 'form-not-recognized' satisfies DiagnosticCode;
