import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';
import { LIMITS, LimitError, UnreadableError } from '../../bytes/limits.js';

/** Pointer into the WebAssembly heap; 0 is null. */
export type Pointer = number;

/**
 * The functions of PDFium this reader calls, straight from the module's exports: the package's own wrappers go through
 * `ccall`, which costs ten times the call. Booleans come back as 0 or 1.
 */
export interface PdfiumFunctions {
  malloc(bytes: number): Pointer;
  free(pointer: Pointer): void;
  PDFiumExt_Init(): void;
  FPDF_SetSystemFontInfo(info: Pointer): void;
  FPDF_LoadMemDocument64(data: Pointer, bytes: number, password: Pointer): Pointer;
  FPDF_CloseDocument(document: Pointer): void;
  FPDF_GetLastError(): number;
  FPDF_GetPageCount(document: Pointer): number;
  FPDF_GetMetaText(document: Pointer, tag: Pointer, buffer: Pointer, bytes: number): number;
  FPDF_LoadPage(document: Pointer, index: number): Pointer;
  FPDF_ClosePage(page: Pointer): void;
  FPDF_GetPageBoundingBox(page: Pointer, rect: Pointer): number;
  FPDF_GetPageWidthF(page: Pointer): number;
  FPDF_GetPageHeightF(page: Pointer): number;
  FPDF_RenderPageBitmap(
    bitmap: Pointer,
    page: Pointer,
    x: number,
    y: number,
    width: number,
    height: number,
    turns: number,
    flags: number,
  ): void;
  FPDFBitmap_Create(width: number, height: number, alpha: number): Pointer;
  FPDFBitmap_Destroy(bitmap: Pointer): void;
  FPDFBitmap_FillRect(
    bitmap: Pointer,
    x: number,
    y: number,
    width: number,
    height: number,
    argb: number,
  ): number;
  FPDFBitmap_GetBuffer(bitmap: Pointer): Pointer;
  FPDFBitmap_GetStride(bitmap: Pointer): number;
  FPDFBitmap_GetWidth(bitmap: Pointer): number;
  FPDFBitmap_GetHeight(bitmap: Pointer): number;
  FPDFPage_GetRotation(page: Pointer): number;
  FPDFPage_CountObjects(page: Pointer): number;
  FPDFPage_GetObject(page: Pointer, index: number): Pointer;
  FPDFFormObj_CountObjects(form: Pointer): number;
  FPDFFormObj_GetObject(form: Pointer, index: number): Pointer;
  FPDFPageObj_GetType(object: Pointer): number;
  FPDFPageObj_GetBounds(object: Pointer, l: Pointer, b: Pointer, r: Pointer, t: Pointer): number;
  FPDFPageObj_GetMatrix(object: Pointer, matrix: Pointer): number;
  FPDFPageObj_GetFillColor(object: Pointer, r: Pointer, g: Pointer, b: Pointer, a: Pointer): number;
  FPDFPageObj_GetStrokeColor(object: Pointer, r: Pointer, g: Pointer, b: Pointer, a: Pointer): number;
  FPDFPageObj_HasTransparency(object: Pointer): number;
  FPDFImageObj_GetImagePixelSize(image: Pointer, width: Pointer, height: Pointer): number;
  FPDFImageObj_GetRenderedBitmap(document: Pointer, page: Pointer, image: Pointer): Pointer;
  FPDFPageObj_GetStrokeWidth(object: Pointer, width: Pointer): number;
  FPDFPageObj_GetClipPath(object: Pointer): Pointer;
  FPDFClipPath_CountPaths(clip: Pointer): number;
  FPDFClipPath_CountPathSegments(clip: Pointer, path: number): number;
  FPDFClipPath_GetPathSegment(clip: Pointer, path: number, segment: number): Pointer;
  FPDFPath_GetDrawMode(path: Pointer, fillMode: Pointer, stroke: Pointer): number;
  FPDFPath_CountSegments(path: Pointer): number;
  FPDFPath_GetPathSegment(path: Pointer, index: number): Pointer;
  FPDFPathSegment_GetPoint(segment: Pointer, x: Pointer, y: Pointer): number;
  FPDFPathSegment_GetType(segment: Pointer): number;
  FPDFPathSegment_GetClose(segment: Pointer): number;
  FPDFText_LoadPage(page: Pointer): Pointer;
  FPDFText_ClosePage(text: Pointer): void;
  FPDFText_CountChars(text: Pointer): number;
  FPDFText_GetUnicode(text: Pointer, index: number): number;
  FPDFText_HasUnicodeMapError(text: Pointer, index: number): number;
  FPDFText_IsGenerated(text: Pointer, index: number): number;
  FPDFText_GetTextObject(text: Pointer, index: number): Pointer;
  FPDFText_GetLooseCharBox(text: Pointer, index: number, rect: Pointer): number;
  FPDFText_GetCharBox(text: Pointer, index: number, l: Pointer, r: Pointer, b: Pointer, t: Pointer): number;
  FPDFText_GetCharOrigin(text: Pointer, index: number, x: Pointer, y: Pointer): number;
  FPDFText_GetFontSize(text: Pointer, index: number): number;
  FPDFText_GetMatrix(text: Pointer, index: number, matrix: Pointer): number;
  FPDFTextObj_GetTextRenderMode(object: Pointer): number;
  FPDFTextObj_GetFont(object: Pointer): Pointer;
  FPDFFont_GetIsEmbedded(font: Pointer): number;
  FPDFFont_GetFontData(font: Pointer, buffer: Pointer, bytes: number, needed: Pointer): number;
}

type View<T> = new (buffer: ArrayBuffer, offset: number, length: number) => T;

export interface Pdfium {
  call: PdfiumFunctions;
  /** PDFium's whole memory; valid until it grows, that is, until the next call that allocates. */
  bytes(): Uint8Array;
  /** Puts a function where PDFium can call it; `signature` as Emscripten writes it, the result first. */
  addFunction(call: (...args: number[]) => number, signature: string): Pointer;
  /** A view on a piece of it; its length becomes 0 when the memory grows. */
  view<T>(type: View<T>, pointer: Pointer, length: number): T;
}

/** What the package's types leave out: Emscripten's view of the heap, and the functions PDFium imports. */
interface Heap {
  HEAPU8: Uint8Array<ArrayBuffer>;
  addFunction: Pdfium['addFunction'];
}
interface Imports {
  env: { emscripten_resize_heap: (bytes: number) => number };
}
declare const WebAssembly: {
  instantiate(binary: Uint8Array, imports: Imports): Promise<{ instance: object }>;
};

/** The file itself and what may be inflated from it; PDFium gives up where it is refused more. */
const LARGEST_HEAP = LIMITS.inputBytes + LIMITS.inflatedBytes;
/** A heap never shrinks; one that grew beyond this is not kept for the next document. */
const KEPT_HEAP = 256 * 1024 * 1024;

let loading: Promise<Pdfium> | undefined;
let prepare: (engine: Pdfium) => void = () => undefined;

/** What to do with every PDFium this process starts from now on. */
export function preparePdfium(step: (engine: Pdfium) => void): void {
  prepare = step;
  loading = undefined;
}

/** The one PDFium of this process, started at the first call (about 40 ms). */
export function pdfium(): Promise<Pdfium> {
  loading ??= start();
  return loading;
}

/**
 * What an error means that PDFium broke down with: it was refused more memory, or the file led it astray; null for errors
 * of another kind. After a breakdown nothing may be called any more, not even to close the document.
 */
export function breakdownOf(engine: Pdfium, error: unknown): Error | null {
  if (!(error instanceof Error) || error.name !== 'RuntimeError') return null;
  return engine.bytes().length > KEPT_HEAP
    ? new LimitError('PDF 展开后超过内存限额')
    : new UnreadableError('corrupt', 'PDF 结构损坏，解析中止');
}

/** Lets go of PDFium where its heap has grown large, or where it broke down; the next document gets a new one. */
export function releasePdfium(engine: Pdfium, broken: boolean): void {
  if (broken || engine.bytes().length > KEPT_HEAP) loading = undefined;
}

async function start(): Promise<Pdfium> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const { pdfium: module } = await init({
    printErr: () => undefined,
    // It takes the path of the process for its name, and stops where that is not ASCII.
    thisProgram: 'mingzhang',
    instantiateWasm: (imports: Imports, receive: (instance: object) => void) => {
      const grow = imports.env.emscripten_resize_heap;
      imports.env.emscripten_resize_heap = (bytes) => (bytes > LARGEST_HEAP ? 0 : grow(bytes));
      void WebAssembly.instantiate(wasm, imports).then(({ instance }) => receive(instance));
      return {};
    },
  } as unknown as Parameters<typeof init>[0]);
  const heap = module as unknown as Heap;
  const call = module.wasmExports as unknown as PdfiumFunctions;
  call.PDFiumExt_Init();
  const engine: Pdfium = {
    call,
    addFunction: heap.addFunction,
    bytes: () => heap.HEAPU8,
    view: (type, pointer, length) => new type(heap.HEAPU8.buffer, pointer, length),
  };
  prepare(engine);
  return engine;
}
