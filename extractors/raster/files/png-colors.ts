export interface PngHead {
  width: number;
  height: number;
  /** Bits of a sample. */
  depth: number;
  channels: number;
  isIndexed: boolean;
  palette?: Uint8Array;
  transparency?: Uint8Array;
}

/** Turns so many stored pixels from a byte on into red, green, blue. */
type Colors = (lines: Uint8Array, from: number, count: number, row: Uint8Array) => void;

/** How pixels of a PNG become colours on white paper. */
export function pngColors(head: PngHead): Colors {
  if (head.isIndexed || head.channels === 1)
    return head.depth <= 8 ? byTable(tableOf(head), head.depth) : wideGray;
  const { channels } = head;
  const bytes = head.depth >> 3;
  const hasAlpha = channels === 2 || channels === 4;
  const isGray = channels === 2;
  return (lines, from, count, row) => {
    for (let x = 0, i = from; x < count; x++, i += channels * bytes) {
      const red = lines[i] ?? 0;
      const green = isGray ? red : (lines[i + bytes] ?? 0);
      const blue = isGray ? red : (lines[i + 2 * bytes] ?? 0);
      const alpha = hasAlpha ? (lines[i + (channels - 1) * bytes] ?? 0) : 255;
      row[3 * x] = onWhite(red, alpha);
      row[3 * x + 1] = onWhite(green, alpha);
      row[3 * x + 2] = onWhite(blue, alpha);
    }
  };
}

const onWhite = (value: number, alpha: number): number =>
  alpha === 255 ? value : 255 + ((value - 255) * alpha) / 255;

const wideGray: Colors = (lines, from, count, row) => {
  for (let x = 0; x < count; x++) row.fill(lines[from + 2 * x] ?? 0, 3 * x, 3 * x + 3);
};

/** Colours of all values a sample can have. */
function tableOf({ depth, isIndexed, palette, transparency }: PngHead): Uint8Array {
  const size = 1 << depth;
  const table = new Uint8Array(3 * size);
  const clear = transparency && !isIndexed ? ((transparency[0] ?? 0) << 8) | (transparency[1] ?? 0) : -1;
  for (let value = 0; value < size; value++) {
    const gray = value === clear ? 255 : (255 * value) / (size - 1);
    const alpha = isIndexed ? (transparency?.[value] ?? 255) : 255;
    for (let k = 0; k < 3; k++) {
      table[3 * value + k] = isIndexed ? onWhite(palette?.[3 * value + k] ?? 0, alpha) : gray;
    }
  }
  return table;
}

function byTable(table: Uint8Array, depth: number): Colors {
  const mask = (1 << depth) - 1;
  return (lines, from, count, row) => {
    for (let x = 0, bit = 0; x < count; x++, bit += depth) {
      const value = ((lines[from + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & mask;
      row[3 * x] = table[3 * value] ?? 0;
      row[3 * x + 1] = table[3 * value + 1] ?? 0;
      row[3 * x + 2] = table[3 * value + 2] ?? 0;
    }
  };
}
