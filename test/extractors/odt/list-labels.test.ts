import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { isGrid } from '../../../src/model/grid.js';
import { openText } from '../../support/disclosure-formats/as-open-text.js';

const p = (text: string): string => `<text:p>${text}</text:p>`;
const texts = async (body: string, styles: string): Promise<string[]> => {
  const { blocks } = await readBytes(openText(body, styles), { path: 'a.odt' });
  return blocks.flatMap((block) => (isGrid(block) ? [] : [block.text]));
};

describe('lists', () => {
  const level = (n: number, format: string, more = ''): string =>
    `<text:list-level-style-number text:level="${n}" style:num-format="${format}" ${more}/>`;
  const STYLES = `<text:list-style style:name="L">${level(1, '一, 二, 三, ...', 'style:num-suffix="、"')}${level(2, '1', 'style:num-suffix="." text:display-levels="1"')}</text:list-style><text:list-style style:name="M">${level(1, '1')}${level(2, '1', 'text:display-levels="2"')}</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="●"/></text:list-style>`;
  const item = (...inner: string[]): string => `<text:list-item>${inner.join('')}</text:list-item>`;
  const list = (style: string, attributes: string, ...items: string[]): string =>
    `<text:list text:style-name="${style}" ${attributes}>${items.join('')}</text:list>`;
  const inner = (...items: string[]): string => `<text:list>${items.join('')}</text:list>`;

  test.each([
    [
      'levels and second paragraphs',
      list(
        'L',
        '',
        item(p('甲'), p('续'), inner(item(p('子')), item(p('丑')))),
        item(p('乙'), inner(item(p('寅')))),
      ),
      ['一、甲', '续', '1. 子', '2. 丑', '二、乙', '1. 寅'],
    ],
    [
      'numbers of several levels',
      list('M', '', item(p('甲')), item(inner(item(p('子')), item(p('丑'))))),
      ['1 甲', '1.1 子', '1.2 丑'],
    ],
    [
      'a list that goes on, and one that does not',
      list('L', '', item(p('甲'))) +
        p('中') +
        list('L', 'text:continue-numbering="true"', item(p('乙'))) +
        list('L', '', item(p('丙'))),
      ['一、甲', '中', '二、乙', '一、丙'],
    ],
    [
      'a list that goes on with another',
      list('L', 'xml:id="a"', item(p('甲'))) +
        list('M', '', item(p('一'))) +
        list('L', 'text:continue-list="a"', item(p('乙'))),
      ['一、甲', '1 一', '二、乙'],
    ],
    [
      'start values, headers and bullets',
      list(
        'L',
        '',
        `<text:list-item text:start-value="3">${p('甲')}</text:list-item>`,
        `<text:list-header>${p('无')}</text:list-header>`,
        item(p('乙')),
      ) + list('B', '', item(p('点')), item(p(''))),
      ['三、甲', '无', '四、乙', '● 点'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await texts(body, STYLES)).toEqual(expected);
  });
});
