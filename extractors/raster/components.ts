/** Pieces of connected marks, diagonal neighbours included. Arrays have an entry for each. */
export interface Components {
  count: number;
  left: Int32Array;
  top: Int32Array;
  /** Exclusive, as `bottom`. */
  right: Int32Array;
  bottom: Int32Array;
  /** Pixels. */
  area: Int32Array;
  runs: Runs;
  /** To which piece each run belongs. */
  ofRun: Int32Array;
}

/** Marks side by side in a row, in the order of reading. */
export interface Runs {
  count: number;
  row: Int32Array;
  from: Int32Array;
  /** Exclusive. */
  to: Int32Array;
}

/** The connected pieces of what is not 0. */
export function componentsOf(marks: Uint8Array, width: number, height: number): Components {
  const runs = runsOf(marks, width, height);
  const parent = joined(runs);
  const ofRun = new Int32Array(runs.count);
  const number = new Int32Array(runs.count).fill(-1);
  let count = 0;
  for (let r = 0; r < runs.count; r++) {
    const root = rootOf(parent, r);
    if (number[root] === -1) number[root] = count++;
    ofRun[r] = number[root] ?? 0;
  }
  const components: Components = {
    count,
    left: new Int32Array(count).fill(width),
    top: new Int32Array(count).fill(height),
    right: new Int32Array(count),
    bottom: new Int32Array(count),
    area: new Int32Array(count),
    runs,
    ofRun,
  };
  const { left, top, right, bottom, area } = components;
  for (let r = 0; r < runs.count; r++) {
    const c = ofRun[r] ?? 0;
    const [row, from, to] = [runs.row[r] ?? 0, runs.from[r] ?? 0, runs.to[r] ?? 0];
    if (from < (left[c] ?? 0)) left[c] = from;
    if (to > (right[c] ?? 0)) right[c] = to;
    if (row < (top[c] ?? 0)) top[c] = row;
    bottom[c] = row + 1;
    area[c] = (area[c] ?? 0) + to - from;
  }
  return components;
}

function runsOf(marks: Uint8Array, width: number, height: number): Runs {
  let count = 0;
  for (let i = 0, before = 0; i < width * height; i++) {
    const mark = marks[i] ?? 0;
    if (mark !== 0 && (before === 0 || i % width === 0)) count++;
    before = mark;
  }
  const row = new Int32Array(count);
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  let r = 0;
  for (let y = 0; y < height; y++) {
    const start = y * width;
    for (let x = 0; x < width; x++) {
      if (marks[start + x] === 0) continue;
      row[r] = y;
      from[r] = x;
      while (x < width && marks[start + x] !== 0) x++;
      to[r++] = x;
    }
  }
  return { count, row, from, to };
}

/** For each run one it is connected with and that comes before it, itself where there is none. */
function joined({ count, row, from, to }: Runs): Int32Array {
  const parent = new Int32Array(count);
  let above = 0;
  for (let r = 0; r < count; r++) {
    parent[r] = r;
    const y = row[r] ?? 0;
    const [left, right] = [from[r] ?? 0, to[r] ?? 0];
    while (
      above < r &&
      ((row[above] ?? 0) < y - 1 || ((row[above] ?? 0) === y - 1 && (to[above] ?? 0) < left))
    ) {
      above++;
    }
    for (let a = above; a < r && row[a] === y - 1 && (from[a] ?? 0) <= right; a++) {
      const [one, other] = [rootOf(parent, a), rootOf(parent, r)];
      if (one < other) parent[other] = one;
      else parent[one] = other;
    }
  }
  return parent;
}

function rootOf(parent: Int32Array, run: number): number {
  let at = run;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at] ?? 0] ?? 0;
    at = parent[at] ?? 0;
  }
  return at;
}
