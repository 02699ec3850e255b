import type { Diagnostic } from './diagnostic.js';
import type { Disclosure, Form } from './disclosure.js';
import type { Block, PageBox, PageSize, PictureFate } from './grid.js';
import type { Outcome } from './outcome.js';

/** Why a cell of a recognized form holds no data, with what people call it. A closed list: a new reason is a decision, not a string. */
export const SET_ASIDE_TITLES = {
  /** form title and 附表N inside the grid */
  title: '表名',
  /** 填报单位, 金额单位 and the like */
  caption: '表头说明',
  /** 单位负责人签字, 填表人, 联系电话 */
  signature: '签字与联系方式',
  /** 指标2： alone, 是/否 boxes of the blank form, filling instructions */
  'template-text': '空表原有的字',
  /** running numbers of rows */
  'row-number': '序号',
  /** numbers of rows that hold nothing else */
  'blank-row-number': '空行的序号',
  /** page numbers, running headers */
  'page-furniture': '页眉页脚',
  /** header row printed again on a later page */
  'repeated-header': '重复印的表头',
  /** a dash or 无 in a row that holds nothing */
  'blank-mark': '表示没有的符号',
  /** notes and filling instructions under the table (注：…, 填表说明) */
  note: '表下的注',
  /** hidden sheets, rows and columns of a workbook */
  hidden: '隐藏的工作表、行、列',
} as const;
export type SetAsideReason = keyof typeof SET_ASIDE_TITLES;

/** What may be unresolved of a document. */
export const UNRESOLVED_TITLES: Readonly<Record<string, string>> = {
  region: '地区',
  year: '年度',
  department: '部门',
};

/**
 * Formats and containers are called by the names of their files; these have none, or none that says what they are. A file
 * whose format is not known has the name of its container.
 */
export const FORMAT_TITLES: Readonly<Record<string, string>> = {
  text: '文本',
  picture: '图片',
  image: '图片',
  archive: '压缩包',
  empty: '空文件',
  blank: '空文件',
  binary: '其他文件',
  system: '系统文件',
  unknown: '未知',
};

export const CELL_STATUS_TITLES = {
  claimed: '读成字段',
  label: '标签',
  'set-aside': '搁置',
  unclaimed: '未认领',
} as const;

/** What became of one non-blank cell of a recognized form. */
export interface CellClaim {
  /** Index of Extraction.blocks. */
  block: number;
  /** Index of Grid.cells. */
  cell: number;
  form: number;
  status: keyof typeof CELL_STATUS_TITLES;
  /** `claimed`: the field, e.g. `indicator.target`. */
  field?: string;
  /** `set-aside` */
  reason?: SetAsideReason;
}

/**
 * Rows that look like those of a performance form and belong to none: a grid, a part of one, or lines of text that stand like
 * a table. Cells of recognized forms are not in it (they are claims), unless they hold indicators that nothing was read from.
 */
export interface UnreadPart {
  /** Index of Extraction.blocks: the grid, or the first of the paragraphs. */
  block: number;
  /** Indexes of Grid.cells: the non-blank cells that no form holds; none for text and for cells that are claims. */
  cells: number[];
  /** Rows that hold such cells; lines of text. */
  rows: number;
}

/** What is known of a file from outside of it. */
export interface ReadHints {
  /** These win over what the text suggests. */
  region?: string;
  year?: number;
  department?: string;
  /** Of the page it was published on: the document's title. May tell region and year where the text does not. */
  title?: string;
  /** Who published it (发布机构): its department where the text names none. */
  publisher?: string;
}

/** A page that was read from its picture. */
export interface RecognizedPage {
  page: number;
  /** Where names and phones of contacts stand on it as it lies in the file, in points: they are painted over where it is drawn. */
  covers: PageBox['box'][];
  /** Quarter turns clockwise that set it upright, as it is shown; undefined where it lies so in the file. */
  quarters?: number;
}

/** One document read to the end: what goes into the store. */
export interface ReadDocument {
  sha256: string;
  /** Path as given; members of archives as `a.zip!/附件/1.docx`. */
  path: string;
  bytes: number;
  format: string;
  /** Version of the reading code; a newer one may re-read. */
  readerVersion: string;
  outcome: Outcome;
  reason: string | null;
  title: string | null;
  /** Provenance from a manifest. */
  url: string | null;
  published: string | null;
  /** Latest date of publication or filling in that is printed in it, ISO. */
  printedDate?: string | null;
  /** What was known from outside when it was read. */
  hints?: ReadHints | null;
  blocks: Block[];
  /** Documents of printed pages only: the pages from the first on; null for one that cannot be loaded. */
  pages?: (PageSize | null)[];
  /** As in `Extraction`. */
  pictures?: PictureFate;
  recognized?: RecognizedPage[];
  forms: Form[];
  claims: CellClaim[];
  unread: UnreadPart[];
  disclosures: Disclosure[];
  /** Of the file and its tables first, then those of its forms. */
  diagnostics: Diagnostic[];
  /** How many of them are of the file and its tables. */
  ofFile?: number;
}
