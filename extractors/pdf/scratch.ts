import type { Matrix } from './page-space.js';
import type { Pdfium, Pointer } from './pdfium.js';

const BYTES = 128;

/**
 * A few bytes on PDFium's heap for results given through pointers. Freed with `free`. The readers look at the heap anew
 * each time, for it may have grown.
 */
export interface Scratch {
  /** For calls that fill a struct of floats. */
  floats: Pointer;
  pair: [Pointer, Pointer];
  four: [Pointer, Pointer, Pointer, Pointer];
  doubles: [Pointer, Pointer, Pointer, Pointer];
  readPair(): [number, number];
  readFour(): [number, number, number, number];
  readIntegers(): [number, number, number, number];
  readDoubles(): [number, number, number, number];
  readMatrix(): Matrix;
  free(): void;
}

export function allocateScratch(engine: Pdfium): Scratch {
  const base = engine.call.malloc(BYTES);
  const word = base >> 2;
  const double = (base + 64) >> 3;
  const at = (heap: Float32Array | Float64Array | Int32Array, index: number): number => heap[index] ?? 0;
  const four = (
    heap: Float32Array | Float64Array | Int32Array,
    from: number,
  ): [number, number, number, number] => [
    at(heap, from),
    at(heap, from + 1),
    at(heap, from + 2),
    at(heap, from + 3),
  ];
  return {
    floats: base,
    pair: [base, base + 4],
    four: [base, base + 4, base + 8, base + 12],
    doubles: [base + 64, base + 72, base + 80, base + 88],
    readPair: () => [at(engine.floats(), word), at(engine.floats(), word + 1)],
    readFour: () => four(engine.floats(), word),
    readIntegers: () => four(engine.integers(), word),
    readDoubles: () => four(engine.doubles(), double),
    readMatrix: () => {
      const heap = engine.floats();
      return [...four(heap, word), at(heap, word + 4), at(heap, word + 5)];
    },
    free: () => engine.call.free(base),
  };
}
