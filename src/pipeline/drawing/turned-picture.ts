/** Pixels of one byte (`gray`) or three (`rgb`), rows from the top. */
export interface Pixels {
  width: number;
  height: number;
  colors: 'gray' | 'rgb';
  pixels: Uint8Array;
}

/** The picture turned clockwise by quarters. */
export function turnedPicture(picture: Pixels, quarters: number): Pixels {
  const turns = quarters & 3;
  if (turns === 0) return picture;
  const { width, height, colors } = picture;
  const bytes = colors === 'rgb' ? 3 : 1;
  const [across, down] = turns === 2 ? [width, height] : [height, width];
  const pixels = new Uint8Array(picture.pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to =
        turns === 1
          ? x * across + across - 1 - y
          : turns === 2
            ? (down - 1 - y) * across + across - 1 - x
            : (down - 1 - x) * across + y;
      const from = bytes * (y * width + x);
      for (let k = 0; k < bytes; k++) pixels[bytes * to + k] = picture.pixels[from + k] ?? 0;
    }
  }
  return { width: across, height: down, colors, pixels };
}
