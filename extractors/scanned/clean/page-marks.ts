import { componentsOf } from '../../raster/components.js';
import type { GrayRaster } from '../../raster/raster.js';
import { shrinkGray } from '../../raster/shrink-gray.js';

/** Brightness between paper and what it lies on differs by this at least. */
const CONTRAST = 40;
/** Share of the picture the page takes. */
const SHARE = { least: 0.2, most: 0.985 };
/** Share of the edge of the picture that shows what the page lies on. */
const AROUND = 0.3;
/** Brightness from pixel to pixel changes by less than this within the paper, by more at its edge; one guess after the other. */
const EDGE_STEPS = [14, 9, 6, 4];

/** Guesses of which pixels are the page's on a picture that shows more, one after the other; 1 on the page. */
export function* pageMarks(small: GrayRaster): Generator<Uint8Array> {
  for (const offPaper of grounds(small)) {
    const page = within(offPaper, small.width, small.height);
    if (page) yield page;
  }
}

/** Marks of what may not be the page, one guess after the other: parted from the brightest by an edge, or dark. */
function* grounds(small: GrayRaster): Generator<Uint8Array> {
  for (const step of EDGE_STEPS) yield beyondEdges(small, step);
  const { level, dark, bright } = twoClasses(small.pixels);
  if (bright - dark >= CONTRAST) yield small.pixels.map((value) => (value < level ? 1 : 0));
}

/** 1 on the page: within what is off the paper and goes on to the edge of the picture, the largest piece. */
function within(offPaper: Uint8Array, width: number, height: number): Uint8Array | null {
  let [edge, offEdge] = [0, 0];
  const atEdge = (i: number): void => {
    edge++;
    offEdge += offPaper[i] ?? 0;
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) atEdge(y * width + x);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) atEdge(y * width + x);
  if (offEdge < AROUND * edge) return null;
  const outside = componentsOf(offPaper, width, height);
  const marks = new Uint8Array(width * height).fill(1);
  eachRun(
    outside,
    (c, start, end) => {
      const touches =
        outside.left[c] === 0 ||
        outside.top[c] === 0 ||
        outside.right[c] === width ||
        outside.bottom[c] === height;
      if (touches) marks.fill(0, start, end);
    },
    width,
  );
  const pieces = componentsOf(marks, width, height);
  let largest = 0;
  for (let c = 1; c < pieces.count; c++) if ((pieces.area[c] ?? 0) > (pieces.area[largest] ?? 0)) largest = c;
  const share = (pieces.area[largest] ?? 0) / (width * height);
  if (share < SHARE.least || share > SHARE.most) return null;
  marks.fill(0);
  eachRun(
    pieces,
    (c, start, end) => {
      if (c === largest) marks.fill(1, start, end);
    },
    width,
  );
  return marks;
}

function eachRun(
  { runs, ofRun }: ReturnType<typeof componentsOf>,
  see: (component: number, start: number, end: number) => void,
  width: number,
): void {
  for (let r = 0; r < runs.count; r++) {
    const row = (runs.row[r] ?? 0) * width;
    see(ofRun[r] ?? 0, row + (runs.from[r] ?? 0), row + (runs.to[r] ?? 0));
  }
}

/** 1 where one does not come from the brightest place without a step in brightness. */
function beyondEdges(small: GrayRaster, step: number): Uint8Array {
  const { width, height, pixels } = small;
  const beyond = new Uint8Array(width * height).fill(1);
  const stack = new Int32Array(width * height);
  let size = 0;
  const enter = (i: number): void => {
    beyond[i] = 0;
    stack[size++] = i;
  };
  enter(brightest(small));
  while (size > 0) {
    const i = stack[--size] ?? 0;
    const x = i % width;
    const level = pixels[i] ?? 0;
    const tryOne = (to: number): void => {
      if (beyond[to] === 1 && Math.abs((pixels[to] ?? 0) - level) < step) enter(to);
    };
    if (x > 0) tryOne(i - 1);
    if (x < width - 1) tryOne(i + 1);
    if (i >= width) tryOne(i - width);
    if (i < width * (height - 1)) tryOne(i + width);
  }
  return beyond;
}

/** The middle of the brightest square of a picture. */
function brightest(small: GrayRaster): number {
  const side = 8;
  const squares = shrinkGray(small, side);
  let most = 0;
  for (let i = 0; i < squares.pixels.length; i++) {
    if ((squares.pixels[i] ?? 0) > (squares.pixels[most] ?? 0)) most = i;
  }
  const [x, y] = [most % squares.width, Math.floor(most / squares.width)];
  const middle = (at: number, length: number): number => Math.min(length - 1, at * side + side / 2);
  return middle(y, small.height) * small.width + middle(x, small.width);
}

/** The level that parts brightness into two classes best (Otsu 1979), and the means of both. */
function twoClasses(pixels: Uint8Array): { level: number; dark: number; bright: number } {
  const counts = new Float64Array(256);
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1;
  const sum = counts.reduce((total, count, value) => total + count * value, 0);
  let [below, sumBelow] = [0, 0];
  let best = { level: 0, dark: 0, bright: 0, spread: -1 };
  counts.forEach((count, value) => {
    below += count;
    sumBelow += count * value;
    const above = pixels.length - below;
    if (below === 0 || above === 0) return;
    const [dark, bright] = [sumBelow / below, (sum - sumBelow) / above];
    const spread = below * above * (bright - dark) ** 2;
    if (spread > best.spread) best = { level: value + 1, dark, bright, spread };
  });
  return best;
}
