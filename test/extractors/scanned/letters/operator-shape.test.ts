import { describe, expect, it } from 'vitest';
import { type InkMask, operatorShape } from '../../../../extractors/scanned/letters/operator-shape.js';
import { DrawnInk } from './drawn-ink.js';

type Strokes = readonly (readonly (readonly [number, number])[])[];

const CHEVRON = [
  [0, 0],
  [1, 0.4],
  [0, 0.8],
] as const;
const bar = (y: number): readonly (readonly [number, number])[] => [
  [0, y],
  [1, y],
];

/** The mask of strokes on a square of a side, x and y from 0 to 1. */
function maskOf(strokes: Strokes, side: number, thickness: number, mirrored = false): InkMask {
  const drawn = new DrawnInk(Math.ceil(1.6 * side), Math.ceil(1.6 * side));
  for (const points of strokes) {
    drawn.strokes(
      points.map(([x, y]) => [(mirrored ? 1 - x : x) * side + 0.2 * side, y * side + 0.2 * side]),
      thickness,
    );
  }
  const ink = drawn.pixels.map((value) => (value === 0 ? 1 : 0));
  const at = [...ink.keys()].filter((i) => ink[i] === 1);
  const [xs, ys] = [at.map((i) => i % drawn.width), at.map((i) => Math.floor(i / drawn.width))];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left + 1, Math.max(...ys) - top + 1];
  const cut = Uint8Array.from(
    { length: width * height },
    (_, i) => ink[(top + Math.floor(i / width)) * drawn.width + left + (i % width)] ?? 0,
  );
  return { width, height, ink: cut };
}

const SIZES = [
  [18, 1.5],
  [24, 2],
  [24, 3],
  [32, 3],
] as const;

describe.each(SIZES)('on %i pixels with strokes of %f', (side, thickness) => {
  it.each([
    ['>', '<', [CHEVRON]],
    ['≥', '≤', [CHEVRON, bar(1.1)]],
    ['≧', '≦', [CHEVRON.map(([x, y]) => [x, 0.75 * y] as const), bar(0.85), bar(1.15)]],
  ] as const)('a chevron and bars are %s, or %s mirrored', (right, left, strokes) => {
    expect(operatorShape(maskOf(strokes, side, thickness))).toBe(right);
    expect(operatorShape(maskOf(strokes, side, thickness, true))).toBe(left);
  });

  it('a bar along the lower stroke makes ≥ too', () => {
    const along = [
      [0, 1.08],
      [1, 0.68],
    ] as const;
    expect(operatorShape(maskOf([CHEVRON, along], side, thickness))).toBe('≥');
  });

  it('two level bars of one length are =, of two lengths they are 二', () => {
    expect(operatorShape(maskOf([bar(0), bar(0.4)], side, thickness))).toBe('=');
    const short = [
      [0.25, 0],
      [0.75, 0],
    ] as const;
    expect(operatorShape(maskOf([short, bar(0.7)], side, thickness))).toBeNull();
  });

  it.each([
    ['Z', [[...bar(0), [0, 1] as const, [1, 1] as const]]],
    [
      'V',
      [
        [
          [0, 0],
          [0.5, 1],
          [1, 0],
        ],
      ],
    ],
    ['三', [bar(0), bar(0.45), bar(0.9)]],
    [
      '×',
      [
        [
          [0, 0],
          [1, 1],
        ],
        [
          [1, 0],
          [0, 1],
        ],
      ],
    ],
    [
      '7',
      [
        [
          [0.1, 0],
          [0.7, 0],
          [0.3, 1],
        ],
      ],
    ],
    ['一', [bar(0)]],
    [
      '△',
      [
        [
          [0.5, 0],
          [1, 1],
          [0, 1],
          [0.5, 0],
        ],
      ],
    ],
  ] as [string, Strokes][])('%s is no operator', (_, strokes) => {
    expect(operatorShape(maskOf(strokes, side, thickness))).toBeNull();
  });
});
