import { LIMITS, LimitError, UnreadableError } from '../../bytes/limits.js';
import { areaOf, type Box } from '../../printed/page/box.js';
import { imageOf } from '../../printed/page/matrix.js';
import type { PageContent } from '../../printed/page/page-content.js';
import { pageRaster } from '../../raster/pdfium/page-raster.js';
import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';
import type { ColorRaster } from '../../raster/raster.js';
import { drawPage, type PagePicture } from './draw-page.js';
import { type GlyphNames, type NamedGlyphs, openGlyphNames } from './glyph-names.js';
import { readGlyphs } from './page-glyphs.js';
import { readObjects } from './page-objects.js';
import { displayMatrix } from './page-space.js';
import { pictureDpi } from './picture-dpi.js';
import { pictureTest } from './picture-test.js';
import { allocateScratch, type Scratch } from './scratch.js';

const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

/** An open document; `close` gives all of its memory back. */
export interface PdfDocument {
  pages: number;
  title: string;
  /** Content of a page, from 1; null where PDFium cannot load it. */
  page(number: number): Promise<PageContent | null>;
  /** A page as displayed, painted over where told (points); null where PDFium cannot load it. */
  draw(number: number, covers: readonly Box[]): PagePicture | null;
  /** A page as printed, in colour, at so many dots per inch (fewer where it is very large); null where PDFium cannot load it. */
  raster(number: number, dpi: number): ColorRaster | null;
  close(): Promise<void>;
}

/**
 * Opens a document from its bytes.
 * @throws UnreadableError `encrypted` where a password is needed to open it, `corrupt` where it is no readable PDF
 * @throws LimitError beyond LIMITS.pages
 */
export function openDocument(engine: Pdfium, bytes: Uint8Array): PdfDocument {
  const { call } = engine;
  const data = call.malloc(bytes.length);
  if (!data) throw new LimitError('文件太大，内存放不下');
  engine.bytes().set(bytes, data);
  const document = call.FPDF_LoadMemDocument64(data, bytes.length, 0);
  if (!document) {
    const error = call.FPDF_GetLastError();
    call.free(data);
    if (error === ERROR_PASSWORD) throw new UnreadableError('encrypted', 'PDF 有打开密码');
    if (error === ERROR_SECURITY) throw new UnreadableError('encrypted', 'PDF 用了不支持的加密方式');
    throw new UnreadableError('corrupt', 'PDF 结构损坏，无法打开');
  }
  const scratch = allocateScratch(engine);
  let names: Promise<GlyphNames> | undefined;
  const close = async (): Promise<void> => {
    scratch.free();
    call.FPDF_CloseDocument(document);
    call.free(data);
    await (await names)?.close();
  };
  const pages = call.FPDF_GetPageCount(document);
  if (pages < 1 || pages > LIMITS.pages) {
    void close();
    if (pages < 1) throw new UnreadableError('corrupt', 'PDF 里没有页面');
    throw new LimitError(`PDF 有 ${pages} 页，超过 ${LIMITS.pages} 页`);
  }
  return {
    pages,
    title: titleOf(metaText(engine, document, 'Title')),
    async page(number) {
      const read = readPage(engine, scratch, document, number);
      if (!read?.wantsNames) return read?.content ?? null;
      names ??= openGlyphNames(bytes);
      const named = readPage(engine, scratch, document, number, await (await names).ofPage(number));
      return named?.content ?? null;
    },
    draw: (number, covers) => drawPage(engine, document, number, covers),
    raster: (number, dpi) => pageRaster(engine, document, number, dpi),
    close,
  };
}

function readPage(
  engine: Pdfium,
  scratch: Scratch,
  document: Pointer,
  number: number,
  names?: readonly NamedGlyphs[],
): { content: PageContent; wantsNames: boolean } | null {
  const { call } = engine;
  const page = call.FPDF_LoadPage(document, number - 1);
  if (!page) return null;
  const text = call.FPDFText_LoadPage(page);
  try {
    call.FPDF_GetPageBoundingBox(page, scratch.floats);
    const [left, top, right, bottom] = scratch.readFour();
    const crop = { left, top, right, bottom };
    const display = displayMatrix(crop, call.FPDFPage_GetRotation(page));
    const shown = imageOf(display, left, bottom, right, top);
    const objects = readObjects(engine, scratch, page, display);
    const isUnderPicture = pictureTest(engine, document, page, objects.images, areaOf(shown));
    const { glyphs, wantsNames } = readGlyphs(engine, scratch, text, objects, display, isUnderPicture, names);
    const { rules, fills, images, shapes } = objects;
    const dpi = pictureDpi(engine, scratch, objects.images);
    const content = {
      width: shown.right,
      height: shown.bottom,
      glyphs,
      rules,
      fills,
      images,
      shapes,
      ...(dpi === undefined ? {} : { dpi }),
    };
    return { content, wantsNames };
  } finally {
    if (text) call.FPDFText_ClosePage(text);
    call.FPDF_ClosePage(page);
  }
}

/** A title is kept where its characters are those of a Chinese or English one, not of a lost encoding. */
const titleOf = (text: string): string => (/[\p{Cc}\u0080-\u036f\ufffd]/u.test(text) ? '' : text);

/** Text of the information dictionary, '' where there is none. */
function metaText(engine: Pdfium, document: Pointer, tag: string): string {
  const { call } = engine;
  const name = call.malloc(tag.length + 1);
  engine.bytes().set([...new TextEncoder().encode(tag), 0], name);
  const length = call.FPDF_GetMetaText(document, name, 0, 0);
  const buffer = call.malloc(Math.max(2, length));
  const written = call.FPDF_GetMetaText(document, name, buffer, length);
  const text = new TextDecoder('utf-16le').decode(
    engine.bytes().slice(buffer, buffer + Math.max(0, written - 2)),
  );
  call.free(buffer);
  call.free(name);
  return text.trim();
}
