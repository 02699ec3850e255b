import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { UserError } from '../../model/facts/user-error.js';
import { clipText } from '../clip-text.js';
import type { Placeholder, Placeholders } from './placeholders.js';

/** Bytes of all parts unpacked; a template with a few pictures has far less. */
const LARGEST = 64 * 1024 * 1024;
const PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
const PART_TITLES: Readonly<Record<string, string>> = {
  document: '',
  header: '页眉',
  footer: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
};
const SHOWN_TEXT = 30;

/** A paragraph of a template, and where it stands in words: `第 12 段“…”`. */
interface TemplateParagraph {
  text: string;
  where: string;
}

/**
 * Looks a template through before anything is filled in.
 * @param name of the file, for messages
 * @throws UserError where it is no Word file, a placeholder is unknown or stands where it is not known, or is not closed; the
 *   message says in which paragraph
 */
export function checkTemplate(bytes: Uint8Array, name: string, placeholders: Placeholders): void {
  for (const paragraphs of partsOf(bytes, name)) checkPart(paragraphs, name, placeholders);
}

interface OpenPart {
  name: string;
  where: string;
  within: Placeholders;
}

function checkPart(paragraphs: readonly TemplateParagraph[], file: string, outermost: Placeholders): void {
  const open: OpenPart[] = [];
  const wrong = (where: string, what: string, word?: string): UserError => {
    const known = namesIn([outermost, ...open.map(({ within }) => within)]);
    return new UserError(
      `模板 ${file} ${where}：${what}`,
      word === undefined ? {} : { unknown: { word, known } },
    );
  };
  for (const { text, where } of paragraphs) {
    for (const tag of tagsOf(text)) {
      if ('stray' in tag) throw wrong(where, `“${tag.stray}”没有配对；占位符写作 {名称}，前后括号都要有`);
      const { sign, name } = tag;
      const shown = `{${sign}${name}}`;
      if (sign === '/') {
        const last = open.pop();
        if (!last) throw wrong(where, `${shown} 前面没有 {#${name}}`);
        if (name !== '' && name !== last.name) {
          throw wrong(
            where,
            `${shown} 与${last.where}的 {#${last.name}} 不配对；先用 {/${last.name}} 结束它`,
          );
        }
        continue;
      }
      const known = findPlaceholder([...open.map(({ within }) => within).reverse(), outermost], name);
      if (!known) throw wrong(where, unknownTag(shown, name, outermost), name);
      const isPart = known.kind === 'each' || known.kind === 'if';
      if (isPart && sign === '') throw wrong(where, `${shown} 是一段的开头，写作 {#${name}} … {/${name}}`);
      if (!isPart && sign === '#') throw wrong(where, `${shown} 只是一个值，写作 {${name}}`);
      if (isPart) open.push({ name, where, within: known.within ?? {} });
    }
  }
  const last = open.at(-1);
  if (last) throw wrong(last.where, `{#${last.name}} 后面没有 {/${last.name}}`);
}

function unknownTag(shown: string, name: string, outermost: Placeholders): string {
  const parents = Object.entries(outermost).filter(([, { within }]) => within && Object.hasOwn(within, name));
  const [parent] = parents.map(([each]) => each);
  return parent === undefined ? `没有占位符 ${shown}` : `${shown} 只能写在 {#${parent}} 与 {/${parent}} 之间`;
}

const findPlaceholder = (scopes: readonly Placeholders[], name: string): Placeholder | undefined =>
  scopes.find((scope) => Object.hasOwn(scope, name))?.[name];

const namesIn = (scopes: readonly Placeholders[]): string[] => [...new Set(scopes.flatMap(Object.keys))];

type Tag = { sign: '' | '#' | '/'; name: string } | { stray: string };

function* tagsOf(text: string): Generator<Tag> {
  for (const [whole, , sign = '', name = ''] of text.matchAll(/(\{\s*([#/]?)\s*([^{}]*?)\s*\})|[{}]/g)) {
    yield whole.length === 1 ? { stray: whole } : { sign: sign as '' | '#' | '/', name };
  }
}

/** The paragraphs of each part that holds text, the body first. @throws UserError where it is no Word file */
function partsOf(bytes: Uint8Array, name: string): TemplateParagraph[][] {
  const parts = Object.entries(unzipped(bytes, name)).sort(([a], [b]) => order(a) - order(b));
  if (!parts.some(([part]) => part === 'word/document.xml')) {
    throw new UserError(`模板 ${name} 不是 Word 文件（docx）；旧的 doc 请另存为 docx`);
  }
  return parts.map(([part, xml]) => readParagraphs(strFromU8(xml), name, titleOf(part)));
}

const order = (part: string): number => (part === 'word/document.xml' ? 0 : 1);

const titleOf = (part: string): string => PART_TITLES[/([a-z]+)\d*\.xml$/.exec(part)?.[1] ?? ''] ?? '';

function unzipped(bytes: Uint8Array, name: string): Record<string, Uint8Array> {
  let left = LARGEST;
  try {
    return unzipSync(bytes, {
      filter: ({ name: part, originalSize }) => {
        left -= originalSize;
        if (left < 0) throw new UserError(`模板 ${name} 解开后太大，最多 ${LARGEST / 1024 / 1024} MB`);
        return PARTS.test(part);
      },
    });
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`模板 ${name} 不是 Word 文件（docx），或已损坏；旧的 doc 请另存为 docx`, {
      cause: error,
    });
  }
}

function readParagraphs(xml: string, name: string, title: string): TemplateParagraph[] {
  const paragraphs: TemplateParagraph[] = [];
  const open: TemplateParagraph[] = [];
  let isText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name: tag }) => {
    if (tag === 'w:p') {
      const paragraph = { text: '', where: '' };
      open.push(paragraph);
      paragraphs.push(paragraph);
      paragraph.where = `${title}第 ${paragraphs.length} 段`;
    }
    isText = tag === 'w:t';
  });
  parser.on('text', (text) => {
    const paragraph = open.at(-1);
    if (isText && paragraph) paragraph.text += text;
  });
  parser.on('closetag', ({ name: tag }) => {
    isText = false;
    if (tag !== 'w:p') return;
    const paragraph = open.pop();
    if (paragraph) paragraph.where += `“${clipText(paragraph.text.trim(), SHOWN_TEXT)}”`;
  });
  parser.on('error', (error) => {
    throw new UserError(`模板 ${name} 的正文已损坏：${error.message}；请在 Word 中重新另存`, {
      cause: error,
    });
  });
  parser.write(xml).close();
  return paragraphs;
}
