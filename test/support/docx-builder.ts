import { strToU8, type Zippable, zipSync } from 'fflate';

const TRANSITIONAL = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = {
  w: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  r: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OTHER_NAMESPACES = [
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
].join(' ');

export interface DocxParts {
  /** What stands inside `<w:styles>`, `<w:numbering>`, `<w:footnotes>`, `<w:endnotes>`, `<w:hdr>`, `<w:ftr>`. */
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  header?: string;
  footer?: string;
  title?: string;
  /** Relationship types by part name, for parts of one's own. */
  extra?: Record<string, { type: string; xml: string }>;
  strict?: boolean;
  /** Name of the main part. */
  mainPart?: string;
  /** Content type of the main part. */
  contentType?: string;
  /** XML before the root element, e.g. a DOCTYPE. */
  prolog?: string;
}

/** When its members were written, so that the same document has the same bytes. */
const WRITTEN = new Date(2024, 0, 1);

/** A .docx around what stands inside `<w:body>`; relationship ids are the types (`header`, `footnotes` …). */
export function docx(body: string, parts: DocxParts = {}): Uint8Array {
  return zipSync(docxFiles(body, parts), { mtime: WRITTEN });
}

/** The members of such a .docx, to be changed before they are zipped. */
export function docxFiles(body: string, parts: DocxParts = {}): Zippable {
  const spaces = parts.strict ? STRICT : TRANSITIONAL;
  const main = parts.mainPart ?? 'word/document.xml';
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const root = (name: string, content: string): Uint8Array =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>${parts.prolog ?? ''}<w:${name} xmlns:w="${spaces.w}" xmlns:r="${spaces.r}" ${OTHER_NAMESPACES}>${content}</w:${name}>`,
    );
  const roots = {
    styles: 'styles',
    numbering: 'numbering',
    footnotes: 'footnotes',
    endnotes: 'endnotes',
    header: 'hdr',
    footer: 'ftr',
  } as const;
  const files: Zippable = { [main]: root('document', `<w:body>${body}</w:body>`) };
  const relations: string[] = [];
  for (const [part, name] of Object.entries(roots)) {
    const content = parts[part as keyof typeof roots];
    if (content === undefined) continue;
    files[`${folder}${part}.xml`] = root(name, content);
    relations.push(relation(part, `${spaces.r}/${part}`, `${part}.xml`));
  }
  for (const [name, { type, xml }] of Object.entries(parts.extra ?? {})) {
    files[`${folder}${name}`] = strToU8(xml);
    relations.push(relation(type, `${spaces.r}/${type}`, name));
  }
  const packageRelations = [relation('rId1', `${spaces.r}/officeDocument`, main)];
  if (parts.title !== undefined) {
    files['docProps/core.xml'] = strToU8(
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${parts.title}</dc:title><dc:creator>某人</dc:creator></cp:coreProperties>`,
    );
    packageRelations.push(
      relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    );
  }
  const type =
    parts.contentType ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    ),
    '_rels/.rels': relationships(packageRelations),
    [`${folder}_rels/${main.slice(folder.length)}.rels`]: relationships(relations),
    ...files,
  };
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

const relationships = (relations: string[]): Uint8Array =>
  strToU8(`<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`);

/** A run; `properties` stand inside `w:rPr`. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of runs or other content, or of one text; `properties` stand inside `w:pPr`. */
export const p = (content = '', properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content === '' || content.startsWith('<') ? content : r(content)}</w:p>`;

/** A cell of blocks, or of one paragraph of text; `properties` stand inside `w:tcPr`. */
export const tc = (content = '', properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;

/** A row of cells (texts become plain ones); `properties` stand inside `w:trPr`. */
export const tr = (cells: readonly string[], properties = ''): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => (cell.startsWith('<') ? cell : tc(cell))).join('')}</w:tr>`;

/** A table of rows; `grid` gives the widths of its columns. */
export const tbl = (rows: readonly string[], grid: readonly number[] = []): string =>
  `<w:tbl><w:tblPr/><w:tblGrid>${grid.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
