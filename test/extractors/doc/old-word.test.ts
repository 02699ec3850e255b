import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asWord97Sprms } from '../../../extractors/doc/old-sprm.js';
import { readBytes } from '../../../extractors/read-bytes.js';
import { type Block, isGrid } from '../../../src/model/grid.js';
import { gridShape } from '../../support/grid-shape.js';
import { OLD_CELL_END, type OldParagraph, oldRowEnd, oldWordBinary } from '../../support/old-word-binary.js';

const read = (bytes: Uint8Array) => readBytes(bytes, { path: 'a.doc' });
const shown = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (isGrid(block) ? gridShape(block) : [block.text]));

const FORM: OldParagraph[] = [
  { text: '项目支出绩效目标表\r' },
  { text: '项目名称\x07', sprms: OLD_CELL_END },
  { text: '档案整理费\r', sprms: OLD_CELL_END },
  { text: '（一期）\x07', sprms: OLD_CELL_END },
  { text: '\x07', sprms: OLD_CELL_END },
  { text: '\x07', sprms: oldRowEnd([[1000], [2000, 1], [3000, 2]]) },
  { text: '数量指标\x07', sprms: [2, 0, 0, 15, 2, 0, 0, ...OLD_CELL_END] },
  { text: '卷数\x07', sprms: OLD_CELL_END },
  { text: '≥1500卷\x07', sprms: OLD_CELL_END },
  { text: '\x07', sprms: oldRowEnd([[1000], [2000], [3000]]) },
  { text: '填表说明\r' },
];
const EXPECTED = [
  '项目支出绩效目标表',
  't1 r1 c1 项目名称',
  't1 r1 c2 1x2 档案整理费\n（一期）',
  't1 r2 c1 数量指标',
  't1 r2 c2 卷数',
  't1 r2 c3 ≥1500卷',
  '填表说明',
];

describe('Word 6 and 95', () => {
  test.each([
    ['in one piece', {}],
    ['in pieces', { pieces: true }],
    ['under a language that is not Chinese', { language: 0x0409 }],
  ])('a table in Chinese, %s', async (_, options) => {
    const { outcome, format, blocks } = await read(oldWordBinary(FORM, options));
    expect({ outcome, format }).toEqual({ outcome: 'ok', format: 'doc' });
    expect(shown(blocks)).toEqual(EXPECTED);
  });

  test('hidden and deleted text is not shown', async () => {
    const { blocks } = await read(
      oldWordBinary([
        { text: '可见' },
        { text: '隐藏', characters: [92, 1] },
        { text: '删去', characters: [65, 1] },
        { text: '文字\r', characters: [85, 1, 93, 0, 0] },
      ]),
    );
    expect(shown(blocks)).toEqual(['可见文字']);
  });

  test('a password ends as encrypted', async () => {
    expect((await read(oldWordBinary(FORM, { encrypted: true }))).outcome).toBe('encrypted');
  });

  test('modifiers of any bytes are read to the first unknown code', () => {
    expect([...asWord97Sprms(Uint8Array.from([24, 1, 200 + 40, 25, 1]))]).toEqual([0x16, 0x24, 1]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(asWord97Sprms(bytes).length).toBeLessThanOrEqual(6000);
      }),
    );
  });

  test('damaged files end in an outcome', async () => {
    const sound = oldWordBinary(FORM);
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.integer({ min: 512, max: sound.length - 1 }), fc.integer({ min: 0, max: 255 })),
          {
            maxLength: 20,
          },
        ),
        async (changes) => {
          const bytes = Uint8Array.from(sound);
          for (const [at, value] of changes) bytes[at] = value;
          expect((await read(bytes)).outcome).toBeTruthy();
        },
      ),
      { numRuns: 100 },
    );
  });
});
