import type { Matrix } from '../../printed/page/matrix.js';
import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';

const BYTES = 128;
const WORDS = 16;

/**
 * A few bytes on PDFium's heap for results given through pointers. Freed with `free`. Reading looks at the heap anew where
 * it has grown.
 */
export interface Scratch {
  /** For calls that fill a struct of floats. */
  floats: Pointer;
  /** Words one after the other, from `floats` on. */
  four: [Pointer, Pointer, Pointer, Pointer];
  doubles: [Pointer, Pointer, Pointer, Pointer];
  /** The word at a position, as a float or as an integer. */
  float(index: number): number;
  integer(index: number): number;
  readFour(): [number, number, number, number];
  readDoubles(): [number, number, number, number];
  readMatrix(): Matrix;
  free(): void;
}

export function allocateScratch(engine: Pdfium): Scratch {
  const base = engine.call.malloc(BYTES);
  let floats = new Float32Array(0);
  let integers = new Int32Array(0);
  const float = (index: number): number => {
    if (floats.length === 0) floats = engine.view(Float32Array, base, WORDS);
    return floats[index] ?? 0;
  };
  const integer = (index: number): number => {
    if (integers.length === 0) integers = engine.view(Int32Array, base, WORDS);
    return integers[index] ?? 0;
  };
  return {
    floats: base,
    four: [base, base + 4, base + 8, base + 12],
    doubles: [base + 64, base + 72, base + 80, base + 88],
    float,
    integer,
    readFour: () => [float(0), float(1), float(2), float(3)],
    readDoubles: () => {
      const doubles = engine.view(Float64Array, base + 64, 4);
      return [doubles[0] ?? 0, doubles[1] ?? 0, doubles[2] ?? 0, doubles[3] ?? 0];
    },
    readMatrix: () => [float(0), float(1), float(2), float(3), float(4), float(5)],
    free: () => engine.call.free(base),
  };
}
