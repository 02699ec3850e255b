import type { GrayRaster, PixelBox } from '../../../../extractors/raster/raster.js';

type Point = readonly [x: number, y: number];

/** A white picture to draw strokes and blocks of ink on. */
export class DrawnInk implements GrayRaster {
  readonly pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.pixels = new Uint8Array(width * height).fill(255);
  }

  block({ left, top, right, bottom }: PixelBox): this {
    for (let y = top; y < bottom; y++) this.pixels.fill(0, y * this.width + left, y * this.width + right);
    return this;
  }

  /** Strokes from point to point. */
  strokes(points: readonly Point[], thickness: number): this {
    points.slice(1).forEach(([x1, y1], i) => {
      const [x0, y0] = points[i] ?? [x1, y1];
      const steps = Math.ceil(4 * Math.hypot(x1 - x0, y1 - y0)) + 1;
      for (let s = 0; s <= steps; s++) {
        this.dot(x0 + ((x1 - x0) * s) / steps, y0 + ((y1 - y0) * s) / steps, thickness / 2);
      }
    });
    return this;
  }

  private dot(x: number, y: number, radius: number): void {
    for (let v = Math.floor(y - radius); v <= y + radius; v++) {
      for (let u = Math.floor(x - radius); u <= x + radius; u++) {
        const isInside = u >= 0 && v >= 0 && u < this.width && v < this.height;
        if (isInside && Math.hypot(u - x, v - y) <= radius) this.pixels[v * this.width + u] = 0;
      }
    }
  }
}
