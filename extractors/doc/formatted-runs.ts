import { type ByteView, byteView } from '../bytes/byte-view.js';

/** A run of bytes of the main stream with the property modifiers of the paragraph or characters in it. */
export interface FormattedRun {
  start: number;
  end: number;
  /** Style of the paragraph (istd); 0 for character runs. */
  style: number;
  modifiers: Uint8Array;
}

const PAGE = 512;
const PAGE_NUMBER_BITS = 0x3fffff;
const PARAGRAPH_ENTRY = 13;

/** Runs of the paragraph pages (PlcBtePapx, PapxFkp: [MS-DOC] 2.8.6, 2.9.175), by ascending offset. */
export const readParagraphRuns = (pages: Uint8Array, main: Uint8Array): FormattedRun[] =>
  readPages(pages, main, (view, page, runs, i) => {
    const entry = page + 4 * (runs + 1) + PARAGRAPH_ENTRY * i;
    const at = page + 2 * view.u8(entry);
    const words = view.u8(at);
    const start = words === 0 ? at + 2 : at + 1;
    const length = words === 0 ? 2 * view.u8(at + 1) : 2 * words - 1;
    return { style: view.u16(start), modifiers: view.slice(start + 2, start + length) };
  });

/** Runs of the character pages (PlcBteChpx, ChpxFkp: [MS-DOC] 2.8.5, 2.9.33). */
export const readCharacterRuns = (pages: Uint8Array, main: Uint8Array): FormattedRun[] =>
  readPages(pages, main, (view, page, runs, i) => {
    const offset = view.u8(page + 4 * (runs + 1) + i);
    const at = page + 2 * offset;
    return {
      style: 0,
      modifiers: offset === 0 ? new Uint8Array() : view.slice(at + 1, at + 1 + view.u8(at)),
    };
  });

const readPages = (pages: Uint8Array, main: Uint8Array, propertiesOf: RunProperties): FormattedRun[] => {
  const list = byteView(pages);
  const count = Math.max(0, Math.floor((pages.length - 4) / 8));
  const numbers = Array.from(
    { length: count },
    (_, p) => list.u32(4 * (count + 1) + 4 * p) & PAGE_NUMBER_BITS,
  );
  return readRuns(numbers, main, propertiesOf);
};

/** What a page of properties says of its i-th run. */
export type RunProperties = (
  view: ByteView,
  page: number,
  runs: number,
  i: number,
) => Pick<FormattedRun, 'style' | 'modifiers'>;

/** The runs of pages of properties, given by their numbers, by ascending offset. */
export function readRuns(
  numbers: readonly number[],
  main: Uint8Array,
  propertiesOf: RunProperties,
): FormattedRun[] {
  const view = byteView(main);
  const runs: FormattedRun[] = [];
  for (const number of numbers) {
    const page = number * PAGE;
    const inPage = view.u8(page + PAGE - 1);
    for (let i = 0; i < inPage; i++) {
      const start = view.u32(page + 4 * i);
      const end = view.u32(page + 4 * (i + 1));
      runs.push({ start, end, ...propertiesOf(view, page, inPage, i) });
    }
  }
  return runs.sort((a, b) => a.start - b.start);
}

/** The run that holds a byte offset. */
export function runAt<Run extends { start: number; end: number }>(
  runs: readonly Run[],
  offset: number,
): Run | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run && offset < run.end ? run : undefined;
}
