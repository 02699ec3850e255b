import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { readPageBlocks } from '../../../extractors/printed/layout/page-blocks.js';
import type { ColorRaster, GrayRaster, PixelBox } from '../../../extractors/raster/raster.js';
import type { TextReader } from '../../../extractors/scanned/letters/text-reader.js';
import { recognizePage } from '../../../extractors/scanned/recognize-page.js';
import { blankGray, drawTable } from '../../support/drawn-rules.js';

const SCALE = 200 / 72;

const inColor = ({ width, height, pixels }: GrayRaster): ColorRaster => ({
  width,
  height,
  pixels: Uint8Array.from({ length: 3 * pixels.length }, (_, i) => pixels[Math.floor(i / 3)] ?? 0),
});

/** Finds a line in the middle of each area and reads the number of the line in it. */
const counting = (confidence: number): TextReader => ({
  find: async (_, areas) => areas.filter(({ bottom, top }) => bottom - top < 100).map(middleOf),
  read: async (_, boxes) =>
    boxes.map((box, i) => ({
      box,
      characters: [...`第${i + 1}格`].map((character, k) => ({
        code: character.codePointAt(0) ?? 0,
        left: box.left + 10 * k,
        right: box.left + 10 * (k + 1),
        confidence,
      })),
    })),
});

const middleOf = ({ left, top, right, bottom }: PixelBox): PixelBox => {
  const middle = (top + bottom) >> 1;
  return { left: left + 10, right: right - 10, top: middle - 10, bottom: middle + 10 };
};

const table = (): ColorRaster => {
  const picture = blankGray(1000, 800);
  drawTable(picture, { xs: [100, 400, 900], ys: [200, 280, 360, 430] });
  return inColor(picture);
};

describe('the picture of a page', () => {
  it('is read cell by cell', async () => {
    const content = await recognizePage(table(), SCALE, counting(0.97));
    if (!content) throw new Error('nothing was read');
    const [block] = readPageBlocks(content, 1).blocks;
    if (block?.kind !== 'table') throw new Error('no table');
    const texts = block.table.cells.map(({ text }) => text);
    expect(texts).toEqual(['第1格', '第2格', '第3格', '第4格', '第5格', '第6格']);
    expect([...(content.glyphs.confidence ?? [])].every((sure) => sure === 97)).toBe(true);
  });

  it('has the size of the page, and its boxes stand where they are displayed', async () => {
    const content = await recognizePage(table(), SCALE, counting(0.97));
    expect(content?.width).toBeCloseTo(1000 / SCALE, 0);
    const shown = content?.asDisplayed?.({ left: 36, top: 72, right: 144, bottom: 100 });
    expect(shown?.left).toBeCloseTo(36, 0);
    expect(shown?.bottom).toBeCloseTo(100, 0);
  });

  it('is not kept along with what was read of it', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const seen: WeakRef<Uint8Array>[] = [];
    const reader = counting(0.97);
    const noting: TextReader = {
      ...reader,
      find: (picture, areas) => {
        seen.push(new WeakRef(picture.pixels));
        return reader.find(picture, areas);
      },
    };
    const content = await recognizePage(table(), SCALE, noting);
    await new Promise((resolve) => setTimeout(resolve, 10));
    collect();
    expect(seen.map((picture) => picture.deref())).toEqual([undefined]);
    expect(content?.asDisplayed?.({ left: 0, top: 0, right: 9, bottom: 9 })).toBeDefined();
  });

  it('is of no text where what is read is unlikely, or nothing is', async () => {
    expect(await recognizePage(table(), SCALE, counting(0.2))).toBeNull();
    expect(await recognizePage(inColor(blankGray(600, 400)), SCALE, counting(0.97))).toBeNull();
  });
});
