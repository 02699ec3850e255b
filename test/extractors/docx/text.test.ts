import { describe, expect, test } from 'vitest';
import { docxReader } from '../../../extractors/docx/docx-reader.js';
import { type DocxParts, docx, p, r, tbl, tc, tr } from '../../support/docx-builder.js';
import { blockTexts, gridShape, onlyGrid } from '../../support/grid-shape.js';

const read = (body: string, parts?: DocxParts) => docxReader.read(docx(body, parts), { path: 'a.docx' });
const textsOf = async (body: string, parts?: DocxParts): Promise<string[]> =>
  blockTexts((await read(body, parts)).blocks);

const CHANGE = 'w:id="1" w:author="某人" w:date="2024-01-01T00:00:00Z"';

describe('characters', () => {
  test.each([
    [
      'tabs, also aligned ones',
      '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:ptab/><w:t>丙</w:t></w:r>',
      '甲\t乙\t丙',
    ],
    ['breaks', '<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>', '甲\n乙\n丙'],
    [
      'hyphens',
      '<w:r><w:t>2023</w:t><w:noBreakHyphen/><w:t>20</w:t><w:softHyphen/><w:t>25</w:t></w:r>',
      '2023-2025',
    ],
    ['entities', r('&lt;5% &amp; &#x2265;3'), '<5% & ≥3'],
    [
      'white space, but not the indentation of the file',
      '<w:r><w:t>甲 </w:t><w:t xml:space="preserve">\u00a0乙　</w:t>\n<w:t>\n  丙\n</w:t></w:r>',
      '甲 \u00a0乙　丙',
    ],
    ['line feeds inside a text', '<w:r><w:t>甲\n乙</w:t></w:r>', '甲 乙'],
    ['no tab stops', `<w:pPr><w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs></w:pPr>${r('甲')}`, '甲'],
    [
      'ruby text without its phonetic guide',
      `<w:r><w:ruby><w:rt>${r('shi')}</w:rt><w:rubyBase>${r('石')}</w:rubyBase></w:ruby></w:r>`,
      '石',
    ],
    [
      'formulas',
      '<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>',
      '3/4',
    ],
    [
      'hyperlinks, smart tags and marks',
      `<w:hyperlink r:id="x">${r('甲')}</w:hyperlink><w:smartTag>${r('乙')}</w:smartTag><w:bookmarkStart w:id="0" w:name="x"/>${r('丙')}`,
      '甲乙丙',
    ],
  ])('%s', async (_, content, expected) => {
    expect(await textsOf(p(content))).toEqual([expected]);
  });

  test('symbols of symbol fonts are told by font and code', async () => {
    const sym = (font: string, code: string): string =>
      `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
    const marks = [
      sym('Wingdings', 'F0FE'),
      sym('Wingdings', 'F0A8'),
      sym('Wingdings 2', '0052'),
      sym('Wingdings 2', 'F0A3'),
      sym('Wingdings', 'F0FC'),
      sym('Webdings', 'F063'),
      sym('Symbol', 'F0B3'),
      sym('宋体', '2265'),
    ];
    expect(await textsOf(p(marks.join('')))).toEqual(['☑□☑□✓□≥≥']);
    expect(await textsOf(p(r('R是£否', '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>')))).toEqual([
      '☑是□否',
    ]);
  });

  test('symbols of fonts we do not know are marked, with a diagnostic', async () => {
    const { blocks, diagnostics } = await read(p('<w:r><w:sym w:font="某字体" w:char="F041"/></w:r>'));
    expect(blockTexts(blocks)).toEqual(['\ufffd']);
    expect(diagnostics).toMatchObject([{ code: 'symbol-unknown' }]);
  });

  test('hidden text is left out, by run, character style or paragraph style', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body =
      p(
        r('甲') +
          r('藏', '<w:vanish/>') +
          r('乙', '<w:vanish w:val="0"/>') +
          r('隐', '<w:rStyle w:val="H"/>'),
      ) + p(r('没') + r('丙', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="P"/>');
    expect(await textsOf(body, { styles })).toEqual(['甲乙', '丙']);
  });
});

describe('tracked changes', () => {
  test('the final text stays: inserted and moved in, not deleted and moved away', async () => {
    const content =
      r('预算') +
      `<w:del ${CHANGE}><w:r><w:delText>20</w:delText></w:r></w:del><w:ins ${CHANGE}>${r('25')}</w:ins>` +
      `<w:moveFrom ${CHANGE}>${r('旧')}</w:moveFrom><w:moveTo ${CHANGE}>${r('万元')}</w:moveTo>`;
    expect(await textsOf(p(content))).toEqual(['预算25万元']);
  });

  test('a deleted paragraph mark joins the paragraph with the next', async () => {
    const deleted = `<w:rPr><w:del ${CHANGE}/></w:rPr>`;
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
    const { blocks } = await read(
      p('一、', `<w:pStyle w:val="1"/>${deleted}`) + p('部门职责') + p('末', deleted),
      {
        styles,
      },
    );
    expect(blocks).toMatchObject([{ text: '一、部门职责', place: '¶1' }, { text: '末' }]);
    expect(blocks[0]).not.toHaveProperty('heading');
  });

  test('a paragraph moved away leaves nothing', async () => {
    const away = p(
      `<w:moveFrom ${CHANGE}>${r('旧位置')}</w:moveFrom>`,
      `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:moveFrom ${CHANGE}/></w:rPr>`,
    );
    const here = p(`<w:moveTo ${CHANGE}>${r('新位置')}</w:moveTo>`, `<w:rPr><w:moveTo ${CHANGE}/></w:rPr>`);
    expect(await textsOf(p('甲') + away + p('乙') + here)).toEqual(['甲', '乙', '新位置']);
    expect(await textsOf(away + tbl([tr(['格'])]))).toEqual(['[1x1]']);
  });

  test('former properties do not count', async () => {
    const former = `<w:pPrChange ${CHANGE}><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>`;
    const { blocks } = await read(
      p(r('甲', `<w:rPrChange ${CHANGE}><w:rPr><w:vanish/></w:rPr></w:rPrChange>`), former),
    );
    expect(blocks).toEqual([{ kind: 'paragraph', text: '甲', place: '¶1' }]);
  });
});

describe('fields', () => {
  const character = (type: string, inner = ''): string =>
    `<w:r><w:fldChar w:fldCharType="${type}">${inner}</w:fldChar></w:r>`;
  const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
  const field = (instruction: string, result: string): string =>
    `${character('begin')}${code(instruction)}${character('separate')}${r(result)}${character('end')}`;
  const formField = (inner: string, instruction: string): string =>
    `${character('begin', `<w:ffData>${inner}</w:ffData>`)}${code(instruction)}${character('end')}`;

  test.each([
    ['keep the result', field(' PAGE ', '3') + r('页'), '3页'],
    [
      'leave out code with fields nested in it',
      `${character('begin')}${code('IF ')}${field('PAGE', '1')}${code('>0')}${character('separate')}${r('真')}${character('end')}`,
      '真',
    ],
    ['lose no text when they never end', `${character('begin')}${r('甲')}`, '甲'],
    ['ignore an end without a beginning', `${r('甲')}${character('end')}${r('乙')}`, '甲乙'],
    ['in one element', `<w:fldSimple w:instr="DATE">${r('2024年')}</w:fldSimple>`, '2024年'],
    [
      'of forms, ticked',
      formField('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', 'FORMCHECKBOX'),
      '☑',
    ],
    [
      'of forms, not ticked',
      formField('<w:checkBox><w:default w:val="0"/></w:checkBox>', 'FORMCHECKBOX'),
      '□',
    ],
    [
      'of forms, chosen from a list',
      formField(
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="是"/><w:listEntry w:val="否"/></w:ddList>',
        'FORMDROPDOWN',
      ),
      '否',
    ],
    ['that lay a tick over a box', `${character('begin')}${code('eq \\o\\ac(□,√)')}${character('end')}`, '☑'],
    [
      'that lay a circle around a number',
      `${character('begin')}${code(' eq \\o\\ac(○,3)')}${character('end')}`,
      '③',
    ],
    [
      'that show a symbol',
      `${character('begin')}${code('SYMBOL 254 \\f "Wingdings" \\s 12')}${character('end')}`,
      '☑',
    ],
    ['that show nothing', `${r('甲')}${character('begin')}${code('XE "索引"')}${character('end')}`, '甲'],
  ])('%s', async (_, content, expected) => {
    expect(await textsOf(p(content))).toEqual([expected]);
  });

  test('over several paragraphs keep all of them', async () => {
    const body =
      p(`${character('begin')}${code('TOC \\o')}${character('separate')}${r('第一部分')}`) +
      p('第二部分') +
      p(character('end'));
    expect(await textsOf(body)).toEqual(['第一部分', '第二部分']);
  });
});

describe('text boxes', () => {
  const box = (content: string): string => `<w:txbxContent>${content}</w:txbxContent>`;
  const both = (content: string, requires = 'wps'): string =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="${requires}"><w:drawing><wps:txbx>${box(content)}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(content)}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

  test('follow their paragraph, once', async () => {
    expect(await textsOf(p(`${r('附件')}${both(p('机密') + p('副本'))}${r('1')}`) + p('后'))).toEqual([
      '附件1',
      '机密',
      '副本',
      '后',
    ]);
  });

  test('of a kind we do not know are read from the fallback', async () => {
    expect(await textsOf(p(both(p('甲'), 'unheard')))).toEqual(['甲']);
  });

  test('may hold tables, and stand in cells', async () => {
    const table = tbl([tr(['内'])]);
    const { blocks } = await read(p(both(table)) + tbl([tr([tc(p(r('外') + both(p('注') + table)))])]));
    expect(blocks.flatMap((block) => (block.kind === 'grid' ? gridShape(block) : []))).toEqual([
      't1 r1 c1 内',
      't2 r1 c1 外\n注',
    ]);
    expect(blocks[1]).toMatchObject({
      cells: [{ nested: [{ cells: [{ place: 't2 r1 c1 / t1 r1 c1', text: '内' }] }] }],
    });
  });

  test('a table inside a run follows its paragraph', async () => {
    expect(await textsOf(p(`<w:r><w:t>前</w:t>${tbl([tr(['格'])])}<w:t>后</w:t></w:r>`))).toEqual([
      '前后',
      '[1x1]',
    ]);
  });
});

describe('notes, headers and title', () => {
  const note = (id: number, text: string, type = ''): string =>
    `<w:footnote w:id="${id}"${type}>${p(text)}</w:footnote>`;

  test('footnotes follow at the end in the order of their marks, which are left out', async () => {
    const footnotes =
      note(0, '', ' w:type="separator"') + note(2, '其二') + note(3, '其一') + note(4, '无人引用');
    const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const body = tbl([tr([tc(p(r('100%') + mark(3)))])]) + p(r('文') + mark(2));
    const { blocks } = await read(body, { footnotes });
    expect(onlyGrid(blocks).cells[0]?.text).toBe('100%');
    expect(blocks.slice(1)).toEqual([
      { kind: 'paragraph', text: '文', place: '¶1' },
      { kind: 'paragraph', text: '脚注1：其一', place: '¶2' },
      { kind: 'paragraph', text: '脚注2：其二', place: '¶3' },
    ]);
  });

  test('endnotes are told apart', async () => {
    const endnotes = `<w:endnote w:id="1">${p('依据')}${tbl([tr(['表'])])}</w:endnote>`;
    expect(await textsOf(p('<w:r><w:t>文</w:t><w:endnoteReference w:id="1"/></w:r>'), { endnotes })).toEqual([
      '文',
      '尾注1：依据',
      '[1x1]',
    ]);
  });

  test('headers and footers are furniture, each line once', async () => {
    const section =
      '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/></w:sectPr>';
    const { blocks } = await read(p('文', section) + section, {
      header: p('预算公开') + tbl([tr(['左', '右'])]),
      footer: p('预算公开') + p('第1页'),
    });
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '文', place: '¶1' },
      ...['预算公开', '左', '右', '第1页'].map((text, i) => ({
        kind: 'paragraph',
        text,
        place: `¶${i + 2}`,
        furniture: true,
      })),
    ]);
  });

  test('the title comes from the properties of the file', async () => {
    expect((await read(p('文'), { title: ' 2024年部门预算 ' })).title).toBe('2024年部门预算');
    expect(await read(p('文'), { title: '' })).not.toHaveProperty('title');
  });
});

describe('headings', () => {
  const style = (id: string, inner: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}">${inner}</w:style>`;
  const styles =
    style('a', '<w:name w:val="Normal"/>') +
    style('1', '<w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
    style('3', '<w:basedOn w:val="1"/>') +
    style('4', '<w:name w:val="heading 2"/>') +
    style('5', '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>') +
    style('7', '<w:basedOn w:val="8"/>') +
    style('8', '<w:basedOn w:val="7"/>');

  test.each([
    ['of the style', '<w:pStyle w:val="1"/>', 1],
    ['of a style based on it', '<w:pStyle w:val="3"/>', 1],
    ['by the built-in name', '<w:pStyle w:val="4"/>', 2],
    ['of the paragraph itself', '<w:pStyle w:val="1"/><w:outlineLvl w:val="2"/>', 3],
    ['body text on a heading style', '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', undefined],
    ['a style that takes the level away', '<w:pStyle w:val="5"/>', undefined],
    ['styles based on each other', '<w:pStyle w:val="7"/>', undefined],
    ['an unknown style', '<w:pStyle w:val="x"/>', undefined],
  ])('%s', async (_, properties, level) => {
    const { blocks } = await read(p('部门概况', properties), { styles });
    expect(blocks[0]).toMatchObject({ text: '部门概况', ...(level ? { heading: level } : {}) });
    expect('heading' in (blocks[0] ?? {})).toBe(level !== undefined);
  });
});
