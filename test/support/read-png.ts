import { inflateSync } from 'node:zlib';

export interface Picture {
  width: number;
  height: number;
  /** Red, green, blue of a pixel. */
  at(x: number, y: number): [number, number, number];
}

/** Reads a PNG as the program writes them: 8 bits, gray or RGB, rows without a filter. */
export function readPng(bytes: Uint8Array): Picture {
  const png = Buffer.from(bytes);
  let data = Buffer.alloc(0);
  let [width, height, channels] = [0, 0, 1];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (type === 'IDAT') data = Buffer.concat([data, body]);
    if (type !== 'IHDR') continue;
    [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
    channels = body[9] === 2 ? 3 : 1;
  }
  const rows = inflateSync(data);
  return {
    width,
    height,
    at: (x, y) => {
      const pixel = y * (width * channels + 1) + 1 + x * channels;
      const gray = rows[pixel] ?? 0;
      return channels === 1 ? [gray, gray, gray] : [gray, rows[pixel + 1] ?? 0, rows[pixel + 2] ?? 0];
    },
  };
}
