import { strToU8, type Zippable, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
/** Pictures that are filled in use the last three. */
const ROOT = `xmlns:w="${W}" xmlns:r="${R}" xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:a="${DRAWING}/main" xmlns:pic="${DRAWING}/picture"`;
/** Files of one content are the same to the byte. */
const WRITTEN = new Date(2024, 0, 1);

/** Twentieths of a point. */
const MM = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * MM);

/** A4 with the margins of GB/T 9704—2012: 37 mm above, 28 mm at the left, a type area of 156 × 225 mm. */
const PAGE = `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="${mm(210)}" w:h="${mm(297)}"/><w:pgMar w:top="${mm(37)}" w:right="${mm(26)}" w:bottom="${mm(35)}" w:left="${mm(28)}" w:header="${mm(15)}" w:footer="${mm(25)}" w:gutter="0"/></w:sectPr>`;
/** Width of the type area in millimetres. */
const WIDTH = 156;

interface StyleOf {
  /** A face that Windows and WPS have. */
  face: '仿宋' | '黑体' | '楷体' | '宋体';
  /** Points. */
  size: number;
  /** Points from line to line; none: as the type asks. */
  line?: number;
  align?: 'center' | 'right' | 'both';
  /** Characters the first line stands in. */
  indent?: number;
  bold?: boolean;
  keepNext?: boolean;
  /** Points above. */
  before?: number;
}

/** Styles by the name a person sees in Word; a letter is changed by changing these. */
const STYLES: Readonly<Record<string, StyleOf>> = {
  函标题: { face: '宋体', size: 22, line: 32, align: 'center', bold: true },
  函号: { face: '仿宋', size: 16, line: 28, align: 'right' },
  函称谓: { face: '仿宋', size: 16, line: 28, before: 10 },
  函正文: { face: '仿宋', size: 16, line: 28, align: 'both', indent: 2 },
  函一级标题: { face: '黑体', size: 16, line: 28, indent: 2, keepNext: true, before: 6 },
  函事项标题: { face: '楷体', size: 16, line: 28, indent: 2, bold: true, keepNext: true, before: 8 },
  函落款: { face: '仿宋', size: 16, line: 28, align: 'right' },
  函表头: { face: '黑体', size: 10.5, align: 'center', keepNext: true },
  函表文: { face: '仿宋', size: 10.5 },
  函表文中: { face: '仿宋', size: 10.5, align: 'center' },
  函图前: { face: '仿宋', size: 10.5, keepNext: true },
  函填写: { face: '仿宋', size: 12, line: 22 },
  函页码: { face: '宋体', size: 14, align: 'center' },
};
export type StyleName = keyof typeof STYLES & string;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A paragraph in one of the styles. */
export const paragraph = (style: StyleName, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${idOf(style)}"/></w:pPr><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

export interface CellOf {
  /** Paragraphs. */
  content: string;
  /** Columns it covers; 1 by default. */
  columns?: number;
}

/** A table over the whole type area. @param widths millimetres of its columns, 156 together */
export function table(
  widths: readonly number[],
  rows: readonly { cells: readonly CellOf[]; isHead?: boolean; height?: number }[],
): string {
  const border = (side: string): string =>
    `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  const margins = `<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${mm(width)}"/>`).join('');
  const drawn = rows.map(({ cells, isHead, height }) => {
    let column = 0;
    const written = cells.map(({ content, columns = 1 }) => {
      const width = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
      column += columns;
      return `<w:tc><w:tcPr><w:tcW w:w="${mm(width)}" w:type="dxa"/><w:gridSpan w:val="${columns}"/><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
    });
    const tall = height === undefined ? '' : `<w:trHeight w:val="${mm(height)}" w:hRule="atLeast"/>`;
    return `<w:tr><w:trPr><w:cantSplit/>${tall}${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${written.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="${mm(WIDTH)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>${margins}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${drawn.join('')}</w:tbl>`;
}

/** A Word file around these paragraphs and tables, with page numbers. */
export function wordFile(body: string): Uint8Array {
  const xml = (text: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"/>`;
  const relations = (...all: string[]): Uint8Array =>
    xml(`<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`);
  const override = (part: string, type: string): string =>
    `<Override PartName="/word/${part}.xml" ContentType="${WORD}.${type}+xml"/>`;
  const files: Zippable = {
    '[Content_Types].xml': xml(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('document', 'document.main')}${override('styles', 'styles')}${override('footer', 'footer')}</Types>`,
    ),
    '_rels/.rels': relations(relation('document', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation('styles', 'styles', 'styles.xml'),
      relation('footer', 'footer', 'footer.xml'),
    ),
    'word/document.xml': xml(`<w:document ${ROOT}><w:body>${body}${PAGE}</w:body></w:document>`),
    'word/styles.xml': xml(
      `<w:styles ${ROOT}>${defaults}${Object.keys(STYLES).map(styleXml).join('')}</w:styles>`,
    ),
    'word/footer.xml': xml(`<w:ftr ${ROOT}>${FOOTER}</w:ftr>`),
  };
  return zipSync(files, { mtime: WRITTEN, level: 9 });
}

const idOf = (style: StyleName): string => `mz${Object.keys(STYLES).indexOf(style) + 1}`;

const faces = (face: string): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="${face}"/>`;

const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${faces('仿宋')}<w:sz w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`;

function styleXml(name: StyleName): string {
  const { face, size, line, align, indent, bold, keepNext, before = 0 } = STYLES[name] as StyleOf;
  const spacing = `<w:spacing w:before="${before * 20}" w:after="0"${line === undefined ? '' : ` w:line="${line * 20}" w:lineRule="atLeast"`}/>`;
  const first =
    indent === undefined
      ? ''
      : `<w:ind w:firstLineChars="${indent * 100}" w:firstLine="${indent * size * 20}"/>`;
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${idOf(name)}"><w:name w:val="${name}"/><w:pPr>${keepNext ? '<w:keepNext/>' : ''}${spacing}${first}${align === undefined ? '' : `<w:jc w:val="${align}"/>`}</w:pPr><w:rPr>${faces(face)}${bold ? '<w:b/>' : ''}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr></w:style>`;
}

const field = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const dash = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const FOOTER = `<w:p><w:pPr><w:pStyle w:val="${idOf('函页码')}"/></w:pPr>${dash('— ')}${field('PAGE')}${dash(' —')}</w:p>`;
