import type { Container } from './bytes/sniff.js';
import type { DrawnPages } from './printed/drawn-pages.js';
import type { FormatInfo, Reader } from './reader.js';

interface Registration {
  /** Containers in which the format comes. */
  containers: readonly Container[];
  /** Loads the reader when it is first wanted: reading a text must not load PDFium. */
  load(): Promise<Reader>;
  /** Name of the format where its pages can be drawn as they were printed, and how. */
  drawn?: { format: string; load(): Promise<DrawnPages> };
}

/** The formats that are read, one line each. */
const FORMATS: readonly Registration[] = [
  { containers: ['zip'], load: async () => (await import('./docx/docx-reader.js')).docxReader },
  { containers: ['zip', 'text'], load: async () => (await import('./odt/odt-reader.js')).odtReader },
  { containers: ['ole'], load: async () => (await import('./doc/doc-reader.js')).docReader },
  { containers: ['rtf'], load: async () => (await import('./rtf/rtf-reader.js')).rtfReader },
  {
    containers: ['pdf'],
    load: async () => (await import('./pdf/pdf-reader.js')).pdfReader,
    drawn: { format: 'pdf', load: async () => (await import('./pdf/draw-pdf.js')).drawnPdf },
  },
  {
    containers: ['zip'],
    load: async () => (await import('./ofd/ofd-reader.js')).ofdReader,
    drawn: { format: 'ofd', load: async () => (await import('./ofd/draw-ofd.js')).drawnOfd },
  },
  {
    containers: ['image'],
    load: async () => (await import('./picture/picture-reader.js')).pictureReader,
    drawn: {
      format: 'picture',
      load: async () => (await import('./picture/draw-picture-file.js')).drawnPictures,
    },
  },
  {
    containers: ['zip', 'ole', 'biff', 'text'],
    load: async () => (await import('./xlsx/xlsx-reader.js')).xlsxReader,
  },
  { containers: ['text'], load: async () => (await import('./html/html-reader.js')).htmlReader },
  { containers: ['text'], load: async () => (await import('./csv/csv-reader.js')).csvReader },
  { containers: ['text'], load: async () => (await import('./text/text-reader.js')).textReader },
];

/** Readers of the formats that come in such a container. */
export const readersFor = (container: Container): Promise<Reader[]> =>
  Promise.all(
    FORMATS.filter((format) => format.containers.includes(container)).map((format) => format.load()),
  );

/** Whether documents of a format have pages that can be drawn as they were printed. */
export const hasDrawnPages = (format: string): boolean =>
  FORMATS.some(({ drawn }) => drawn?.format === format);

/** How the pages of these bytes are drawn; null where they are of no format that can be. */
export async function drawnPagesOf(bytes: Uint8Array): Promise<DrawnPages | null> {
  for (const { drawn, load } of FORMATS) {
    if (drawn && (await load()).recognize(bytes) > 0) return drawn.load();
  }
  return null;
}

/** Not read themselves, but opened: `archive/open-archive.ts`. */
const ARCHIVES: FormatInfo = {
  format: 'archive',
  title: '压缩包',
  extensions: ['zip', 'rar', 'warc', 'warc.gz', 'wacz'],
  keeps:
    '每个成员作为一份文件，路径写作 a.zip!/附件/1.docx；GBK 文件名；三层以内的压缩包；网页归档里的每个回答，连同网址和日期',
  loses: '有密码的成员、分卷压缩包；7z、gz、tar 请先解压',
};

/** Every reader, in the order of the table of formats. */
const allReaders = (): Promise<Reader[]> => Promise.all(FORMATS.map((format) => format.load()));

/** What is known of every format that can be imported. */
export const formatTable = async (): Promise<FormatInfo[]> => [...(await allReaders()), ARCHIVES];
