import type { Extraction } from '../../src/model/grid.js';
import { embeddedObjects } from '../bytes/embedded-objects.js';
import { type OleFile, openOle } from '../bytes/ole-file.js';
import { sniff } from '../bytes/sniff.js';
import type { Reader } from '../reader.js';
import { type FlowParagraph, tablesOfFlow } from '../tables/flow-tables.js';
import { withoutText } from '../tables/without-text.js';
import { readFileHeader, type WordStreams } from './file-header.js';
import { isOldWord, openOldWord } from './old-word.js';
import { hasPictures, openWordText, type WordText, wordParagraphs } from './word-paragraphs.js';

export const docReader: Reader = {
  format: 'doc',
  title: 'Word 6–2003、WPS 文字文档',
  extensions: ['doc', 'dot', 'wps', 'wpt'],
  keeps: '表格（由单元格边线还原列，横向、纵向合并，嵌套表格，重复表头行）、段落、标题、文本框与脚注尾注',
  loses: '样式、图片、自动编号、页眉页脚、批注',
  recognize: (bytes) => (sniff(bytes) === 'ole' && openOle(bytes).stream('WordDocument') ? 1 : 0),
  read: async (bytes) => readWord(bytes),
};

function readWord(bytes: Uint8Array): Extraction {
  const { text, lengths } = openText(openOle(bytes));
  const blocks = tablesOfFlow(paragraphsOf(text, lengths));
  const diagnostics = embeddedObjects(bytes);
  return {
    format: 'doc',
    ...(blocks.length === 0
      ? withoutText({ objects: diagnostics.length > 0, pictures: hasPictures(text) })
      : { outcome: 'ok' }),
    blocks,
    diagnostics,
  };
}

function openText(ole: OleFile): { text: WordText; lengths: WordStreams['lengths'] } {
  const main = ole.stream('WordDocument');
  if (main && isOldWord(main)) return openOldWord(main);
  const streams = readFileHeader(ole);
  return { text: openWordText(streams), lengths: streams.lengths };
}

/** The body, then notes and text boxes; the parts of the text follow each other in a fixed order ([MS-DOC] 2.3). */
function* paragraphsOf(text: WordText, lengths: WordStreams['lengths']): Generator<FlowParagraph> {
  const { body, footnotes, headers, comments, endnotes, boxes } = lengths;
  yield* wordParagraphs(text, 0, body);
  yield* wordParagraphs(text, body, body + footnotes);
  const afterComments = body + footnotes + headers + comments;
  yield* wordParagraphs(text, afterComments, afterComments + endnotes + boxes);
}
