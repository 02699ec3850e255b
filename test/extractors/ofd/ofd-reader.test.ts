import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { type Extraction, isGrid } from '../../../src/model/grid.js';
import { buildOfd, layer, OfdCanvas, ofdPage, pathObject, textObject } from '../../support/ofd-builder.js';

const read = (bytes: Uint8Array): Promise<Extraction> => readBytes(bytes, { path: 'a.ofd' });
const textsOf = ({ blocks }: Extraction): string[] =>
  blocks.flatMap((block) => (isGrid(block) ? block.cells.map(({ text }) => text) : [block.text]));
const texts = async (...objects: string[]): Promise<string[]> => textsOf(await read(oneP(objects.join(''))));
const oneP = (objects: string): Uint8Array => buildOfd([{ width: 595, height: 842, objects }]);

const SEEN = textObject(20, 20, '年度资金总额', 4);

describe('texts', () => {
  test('stand where their object, its matrix and the page say', async () => {
    const { blocks, pages, title } = await read(oneP(SEEN));
    expect(textsOf({ blocks } as Extraction)).toEqual(['年度资金总额']);
    expect(pages).toEqual([[595, 842]]);
    expect(title).toBe('样本');
  });

  test('a text code whose steps go back begins a new line', async () => {
    const code = `<ofd:TextCode X="0" Y="4" DeltaX="g 2 4 -8 g 2 4" DeltaY="0 0 8 0 0">甲乙丙丁戊己</ofd:TextCode>`;
    expect(
      await texts(`<ofd:TextObject Font="1" Size="4" Boundary="20 20 40 20">${code}</ofd:TextObject>`),
    ).toEqual(['甲乙丙', '丁戊己']);
  });

  test.each([
    ['not visible', textObject(20, 40, '暗文', 4, 'Visible="false"')],
    ['without ink', textObject(20, 40, '暗文', 4, 'Fill="false"')],
    ['transparent', textObject(20, 40, '暗文', 4, 'Alpha="0"')],
    [
      'white on white',
      textObject(20, 40, '暗文', 4).replace(
        '<ofd:TextCode',
        '<ofd:FillColor Value="255 255 255"/><ofd:TextCode',
      ),
    ],
    [
      'painted over',
      textObject(20, 40, '暗文', 4) +
        pathObject(
          10,
          35,
          'M 0 0 L 50 0 L 50 20 L 0 20 C',
          'Fill="true" Stroke="false"',
          '<ofd:FillColor Value="0 0 0"/>',
        ),
    ],
    [
      'outside its clip',
      textObject(20, 40, '暗文', 4).replace(
        '<ofd:TextCode',
        '<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 20 10 10"><ofd:AbbreviatedData>M 0 0 L 10 0 L 10 10 L 0 10 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips><ofd:TextCode',
      ),
    ],
  ])('%s are no part of the page', async (_, hidden) => {
    expect((await texts(SEEN, hidden)).join('')).not.toContain('暗文');
  });

  test('text in a block of objects, and in a vector picture of the resources', async () => {
    const bytes = buildOfd(
      [
        {
          width: 595,
          height: 842,
          objects: `<ofd:PageBlock>${SEEN}</ofd:PageBlock><ofd:CompositeObject ID="3" ResourceID="7" Boundary="0 100 210 100"/>`,
        },
      ],
      '<ofd:PublicRes>Res.xml</ofd:PublicRes>',
      {
        'Doc_0/Res.xml': `<ofd:Res><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7"><ofd:Content>${textObject(20, 20, '图中文字', 4)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`,
      },
    );
    expect(textsOf(await read(bytes))).toEqual(['年度资金总额', '图中文字']);
  });

  test('a vector picture that holds itself ends', async () => {
    const self = '<ofd:CompositeObject ID="3" ResourceID="7" Boundary="0 0 210 100"/>';
    const bytes = buildOfd(
      [{ width: 595, height: 842, objects: SEEN + self }],
      '<ofd:PublicRes>Res.xml</ofd:PublicRes>',
      {
        'Doc_0/Res.xml': `<ofd:Res><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7"><ofd:Content>${self}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`,
      },
    );
    expect(textsOf(await read(bytes))).toEqual(['年度资金总额']);
  });

  test('a page printed sideways is read along its letters', async () => {
    const turned = (x: number, y: number, text: string) => textObject(x, y, text, 4, 'CTM="0 1 -1 0 0 0"');
    const lines = Array.from({ length: 12 }, (_, i) => turned(180 - 10 * i, 20, `第${i + 1}行文字在这里`));
    const found = await texts(...lines);
    expect(found[0]).toContain('第1行文字在这里');
    expect(found.join('')).toContain('第12行文字在这里');
  });
});

describe('tables', () => {
  const cells = (canvas: OfdCanvas): OfdCanvas =>
    canvas.text(45, 45, '项目').text(145, 45, '金额').text(45, 75, '档案整理').text(145, 75, '12.5');
  const shape = ({ blocks }: Extraction): string[] =>
    blocks.flatMap((block) =>
      isGrid(block) ? block.cells.map((each) => `r${each.row}c${each.column} ${each.text}`) : [],
    );
  const EXPECTED = ['r1c1 项目', 'r1c2 金额', 'r2c1 档案整理', 'r2c2 12.5'];

  test('ruled by strokes', async () => {
    const canvas = new OfdCanvas();
    for (const y of [40, 70, 100]) canvas.line(40, y, 240, y);
    for (const x of [40, 140, 240]) canvas.line(x, 40, x, 100);
    expect(shape(await read(buildOfd([cells(canvas).page()])))).toEqual(EXPECTED);
  });

  test('ruled by thin filled areas, and by one path of several moves', async () => {
    const mm = 25.4 / 72;
    const bar = (x: number, y: number, w: number, h: number) =>
      pathObject(
        x * mm,
        y * mm,
        `M 0 0 L ${w * mm} 0 L ${w * mm} ${h * mm} L 0 ${h * mm} C`,
        'Fill="true" Stroke="false"',
      );
    const bars = [40, 70, 100].map((y) => bar(40, y, 200, 0.5)).join('');
    const moves = [40, 140, 240].map((x) => `M ${x * mm} ${40 * mm} L ${x * mm} ${100 * mm}`).join(' ');
    const canvas = cells(new OfdCanvas())
      .raw(bars)
      .raw(pathObject(0, 0, moves));
    expect(shape(await read(buildOfd([canvas.page()])))).toEqual(EXPECTED);
  });

  test('the rules of a template and the texts of its page', async () => {
    const frame = new OfdCanvas();
    for (const y of [40, 70, 100]) frame.line(40, y, 240, y);
    for (const x of [40, 140, 240]) frame.line(x, 40, x, 100);
    const page = cells(new OfdCanvas()).page('<ofd:Template TemplateID="5" ZOrder="Background"/>');
    const bytes = buildOfd([page], '<ofd:TemplatePage ID="5" BaseLoc="Tpls/Tpl_0/Content.xml"/>', {
      'Doc_0/Tpls/Tpl_0/Content.xml': ofdPage(layer(frame.page().objects)),
    });
    expect(shape(await read(bytes))).toEqual(EXPECTED);
  });

  test('white rules are none', async () => {
    const canvas = new OfdCanvas();
    const white = '<ofd:StrokeColor Value="255 255 255"/>';
    canvas.raw(
      pathObject(10, 10, 'M 0 0 L 80 0 M 0 10 L 80 10 M 0 20 L 80 20 M 0 0 L 0 20 M 80 0 L 80 20', '', white),
    );
    expect(shape(await read(buildOfd([cells(canvas).page()])))).toEqual([]);
  });
});

describe('packages', () => {
  test('names of elements without prefix or with one of their own, paths from the root', async () => {
    const plain = (xml: string) => xml.replaceAll('ofd:', '');
    const bytes = buildOfd([{ width: 595, height: 842, objects: SEEN }], '', {
      'OFD.xml': plain(
        '<ofd:OFD><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
      ),
      'Doc_0/Document.xml':
        '<x:Document xmlns:x="urn:a"><x:CommonData/><x:Pages><x:Page ID="1" BaseLoc="/Doc_0/Pages/Page_0/content.XML"/></x:Pages></x:Document>',
      'Doc_0/Pages/Page_0/Content.xml': plain(ofdPage(layer(SEEN)).replace(/ xmlns:ofd="[^"]*"/, '')),
    });
    const { blocks, pages } = await read(bytes);
    expect(textsOf({ blocks } as Extraction)).toEqual(['年度资金总额']);
    expect(pages?.[0]?.map(Math.round)).toEqual([595, 842]);
  });

  test('the current version of a document', async () => {
    const bytes = buildOfd([{ width: 595, height: 842, objects: SEEN }], '', {
      'OFD.xml':
        '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Versions><ofd:Version ID="1" Index="1" Current="true" BaseLoc="Doc_0/V1.xml"/></ofd:Versions></ofd:DocBody></ofd:OFD>',
      'Doc_0/V1.xml': '<ofd:DocVersion><ofd:DocRoot>New.xml</ofd:DocRoot></ofd:DocVersion>',
      'Doc_0/New.xml':
        '<ofd:Document><ofd:CommonData/><ofd:Pages><ofd:Page ID="1" BaseLoc="New_0.xml"/></ofd:Pages></ofd:Document>',
      'Doc_0/New_0.xml': ofdPage(layer(textObject(20, 20, '修改后的一版', 4))),
    });
    expect(textsOf(await read(bytes))).toEqual(['修改后的一版']);
  });

  test('what is missing is told, and the rest is read', async () => {
    const bytes = buildOfd(
      [
        { width: 595, height: 842, objects: SEEN },
        { width: 595, height: 842, objects: SEEN },
      ],
      '<ofd:PublicRes>Gone.xml</ofd:PublicRes>',
      { 'Doc_0/Pages/Page_1/Content.xml': null },
    );
    const { outcome, reason, diagnostics } = await read(bytes);
    expect(outcome).toBe('partial');
    expect(reason).toContain('第 2 页');
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual(
      expect.arrayContaining([expect.stringContaining('part-missing 文件中缺少 Gone.xml')]),
    );
  });

  test('a damaged page is told, an encrypted package is refused', async () => {
    const page = { width: 595, height: 842, objects: SEEN };
    const damaged = await read(buildOfd([page, page], '', { 'Doc_0/Pages/Page_0/Content.xml': '<ofd:Page' }));
    expect(damaged.outcome).toBe('partial');
    const told = damaged.diagnostics.find(({ code }) => code === 'part-damaged')?.message;
    expect(told).toMatch(/^Pages\/Page_0\/Content\.xml 损坏：.+；请重新下载/);
    const encrypted = await read(buildOfd([page], '', { 'Encryptions.xml': '<a/>' }));
    expect(encrypted.outcome).toBe('encrypted');
  });

  test('annotations stand apart, and are told', async () => {
    const bytes = buildOfd([{ width: 595, height: 842, objects: SEEN }], '', {
      'Doc_0/Document.xml':
        '<ofd:Document><ofd:CommonData/><ofd:Pages><ofd:Page ID="10" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages><ofd:Annotations>Annots.xml</ofd:Annotations></ofd:Document>',
      'Doc_0/Annots.xml':
        '<ofd:Annotations><ofd:Page PageID="10"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>',
      'Doc_0/A.xml': `<ofd:PageAnnot><ofd:Annot Type="Watermark"><ofd:Appearance>${textObject(1, 1, '内部', 9)}</ofd:Appearance></ofd:Annot><ofd:Annot Type="Link"/></ofd:PageAnnot>`,
    });
    const { blocks, diagnostics } = await read(bytes);
    expect(textsOf({ blocks } as Extraction)).toEqual(['年度资金总额']);
    expect(diagnostics).toEqual([
      { code: 'annotations-left-out', message: expect.stringContaining('1 处'), place: 'p1' },
    ]);
  });

  test('a page that is a picture needs recognition', async () => {
    const image = '<ofd:ImageObject ID="2" ResourceID="9" Boundary="0 0 210 297" CTM="210 0 0 297 0 0"/>';
    expect((await read(oneP(image))).outcome).toBe('needs-ocr');
  });
});
