import '../pdf/without-drawing.js';
import type { CheerioAPI } from 'cheerio';
import { decodeText } from '../bytes/charset.js';
import { repackageWordXml } from '../bytes/repackage-word-xml.js';
import { sniff } from '../bytes/sniff.js';
import { characterMaps } from './character-maps.js';

/** A reader that shares no code with ours beyond the charset: answers all pieces of text it finds, in any cut. */
export interface SecondReader {
  /** Name of the library. */
  name: string;
  readTexts(bytes: Uint8Array): Promise<string[]>;
}

/** Formats that have an independent second reader. For workbooks there is none beside the library we read them with. */
const SECOND_READERS = new Map<string, SecondReader>([
  ['docx', { name: 'mammoth', readTexts: readWithMammoth }],
  ['doc', { name: 'word-extractor', readTexts: readWithWordExtractor }],
  ['pdf', { name: 'pdf-parse', readTexts: readWithPdfParse }],
  ['html', { name: 'cheerio', readTexts: readWithCheerio }],
]);

export const secondReaderFor = (format: string): SecondReader | undefined => SECOND_READERS.get(format);

async function readWithMammoth(bytes: Uint8Array): Promise<string[]> {
  const { default: mammoth } = await import('mammoth');
  const withoutImages = mammoth.images.imgElement(async () => ({ src: '' }));
  const content = (sniff(bytes) === 'text' ? repackageWordXml(bytes) : undefined) ?? bytes;
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(content) },
    { convertImage: withoutImages },
  );
  const { load } = await import('cheerio');
  const $ = load(value);
  $('a[href*="note-"]').remove();
  return textNodes($);
}

async function readWithWordExtractor(bytes: Uint8Array): Promise<string[]> {
  const { default: WordExtractor } = await import('word-extractor');
  const document = await new WordExtractor().extract(Buffer.from(bytes));
  const options = { filterUnicode: false, includeHeadersAndFooters: false };
  const parts = [
    document.getBody(options),
    document.getFootnotes(options),
    document.getEndnotes(options),
    document.getTextboxes(options),
  ];
  return parts.flatMap((part) => part.split(/[\n\t]/));
}

async function readWithPdfParse(bytes: Uint8Array): Promise<string[]> {
  const { PDFParse } = await import('pdf-parse');
  const parser = new PDFParse({ data: Uint8Array.from(bytes), verbosity: 0, ...characterMaps() });
  try {
    const { pages } = await parser.getText({ itemJoiner: '\n', pageJoiner: '' });
    return pages.flatMap((page) => page.text.split(/[\n\t]/));
  } finally {
    await parser.destroy();
  }
}

async function readWithCheerio(bytes: Uint8Array): Promise<string[]> {
  const { load } = await import('cheerio');
  const $ = load(decodeText(bytes).text);
  $(
    'script, style, noscript, template, head, select, [hidden], [style*="display:none"], [style*="display: none"]',
  ).remove();
  return textNodes($);
}

const textNodes = ($: CheerioAPI): string[] =>
  $('*')
    .contents()
    .toArray()
    .flatMap((node) => (node.type === 'text' ? [node.data] : []));
