import { readFileSync } from 'node:fs';
import { type ImageContent, MimeType, type TemplateData, TemplateHandler } from 'easy-template-x';
import { printable } from '../text-width.js';
import { checkTemplate } from './check-template.js';
import { PAPERS, type PaperKind } from './placeholders.js';

/** A Word file to be filled in, and what it is called in messages. */
export interface Template {
  name: string;
  bytes: Uint8Array;
}

/** A picture, shown as wide and high as this, in pixels of 1/96 inch. */
export interface LetterPicture {
  png: Uint8Array;
  width: number;
  height: number;
  /** For who does not see it. */
  words: string;
}

/** What is filled in, by placeholder. */
export interface LetterData {
  [placeholder: string]: string | boolean | LetterPicture | readonly LetterData[];
}

const FOLDER = new URL('../../../data/letters/', import.meta.url);

/** The template that comes with the program. */
export const ownTemplate = (paper: PaperKind): Template => ({
  name: `（自带的${paper}）`,
  bytes: readFileSync(new URL(PAPERS[paper].template, FOLDER)),
});

/**
 * The template with its placeholders filled in, as a Word file.
 * @throws UserError as `checkTemplate`
 */
export async function fillTemplate(
  { name, bytes }: Template,
  paper: PaperKind,
  data: LetterData,
): Promise<Uint8Array> {
  checkTemplate(bytes, name, PAPERS[paper].placeholders);
  const filled = await new TemplateHandler().process(Buffer.from(bytes), contentOf(data));
  return new Uint8Array(filled);
}

const contentOf = (data: LetterData): TemplateData =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, contentOfValue(value)]));

function contentOfValue(value: LetterData[string]): string | boolean | ImageContent | TemplateData[] {
  if (typeof value === 'string') return printable(value).replace(LONE_SURROGATES, '');
  if (typeof value === 'boolean') return value;
  if (isPicture(value)) {
    const { png, width, height, words } = value;
    return { _type: 'image', source: Buffer.from(png), format: MimeType.Png, width, height, altText: words };
  }
  return value.map(contentOf);
}

/** What XML cannot hold, besides control characters. */
const LONE_SURROGATES =
  /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/g;

const isPicture = (value: LetterPicture | readonly LetterData[]): value is LetterPicture =>
  !Array.isArray(value);
