import type { CheerioAPI } from 'cheerio';
import { parseDay } from '../../pipeline/files/parse-day.js';
import {
  fileEnding,
  isBesideThePoint,
  isPicture,
  nameInAddress,
  namesFile,
} from '../addresses/file-names.js';
import { withGbkQuery } from '../addresses/gbk-query.js';
import { webAddress } from '../addresses/web-address.js';
import type { Link } from './link.js';
import { addressInCall, filesInScript } from './script-address.js';

/** Attributes in which pages keep where a click leads when a script reads it. */
const DATA = ['data-href', 'data-url', 'data-src', 'data-file', 'data-path'];
/** Where the texts of an article stand, on the sites of the systems most in use; pictures elsewhere decorate the page. */
const ARTICLE =
  'article, .TRS_Editor, .TRS_UEDITOR, #zoom, #Zoom, #UCAP-CONTENT, .article, .article-content, .article_content, .content, #content, .news_content, .xl_content, .view, .TRS_PreAppend';
/** Around a link, what else stands in its line of the list. */
const LINE = 'li, tr, dd, dt';
const LONGEST_LINE = 400;

/**
 * Everything a page leads to, each address once, by its first name: links, frames, what scripts open on a click or hold in
 * themselves, pictures of the article.
 * @param address of the page
 * @param encoding of the page, by its name in the Encoding Standard
 */
export function findLinks($: CheerioAPI, address: string, encoding = 'utf-8'): Link[] {
  const base = webAddress($('base[href]').first().attr('href') ?? '', address) ?? address;
  const found = new Map<string, Link>();
  const add = (given: string | null | undefined, text: string, day: string | null, isShown = false): void => {
    const whole = given ? webAddress(encoding === 'gb18030' ? withGbkQuery(given) : given, base) : null;
    const leads = whole && behindViewer(whole);
    if (!leads || leads === address || isBesideThePoint(leads)) return;
    const link: Link = { address: leads, text, day, kind: kindOf(leads, text, isShown) };
    const before = found.get(leads);
    if (!before) found.set(leads, link);
    else if (before.text === '' || /^(?:点击|下载|查看|更多)/.test(before.text)) {
      found.set(leads, { ...before, text: text || before.text });
    }
  };
  for (const element of $(
    'a[href], area[href], [onclick], a[data-href], a[data-url], [data-file]',
  ).toArray()) {
    const node = $(element);
    const text = nameOf(node.text(), node.attr('title'));
    const line = node.closest(LINE).text();
    const day =
      line.length > 0 && line.length < LONGEST_LINE ? parseDay(line.replace(node.text(), ' ')) : null;
    const href = node.attr('href')?.trim() ?? '';
    const isScript = /^javascript:/i.test(href);
    if (href !== '' && !isScript && !href.startsWith('#')) add(href, text, day);
    for (const call of [isScript ? href : undefined, node.attr('onclick')]) {
      if (call) add(addressInCall(call), text, day);
    }
    for (const name of DATA) add(node.attr(name), text, day);
  }
  for (const element of $('iframe[src], frame[src], embed[src], object[data]').toArray()) {
    add($(element).attr('src') ?? $(element).attr('data'), nameOf('', $(element).attr('title')), null);
  }
  add(refreshTarget($('meta[http-equiv="refresh" i]').attr('content')), '', null);
  for (const element of $('script:not([src])').toArray()) {
    for (const file of filesInScript($(element).text())) add(file, '', null);
  }
  for (const element of $(ARTICLE).find('img[src]').toArray()) {
    add($(element).attr('src'), nameOf('', $(element).attr('title') ?? $(element).attr('alt')), null, true);
  }
  return [...found.values()];
}

/** The longer of text and title: lists cut long texts off. */
function nameOf(text: string, title = ''): string {
  const [shown, whole] = [text, title].map((each) => each.replace(/\s+/g, ' ').trim()) as [string, string];
  return whole.length > shown.length ? whole : shown;
}

const DOWNLOADS = /down(?:load)?|attach|fujian|affix|getfile|openfile/i;

function kindOf(address: string, text: string, isShown: boolean): Link['kind'] {
  if (isShown) return 'picture';
  if (namesFile(address)) return 'file';
  if (isBesideThePoint(address)) return 'page';
  return fileEnding(text) !== null || DOWNLOADS.test(new URL(address).pathname) ? 'download' : 'page';
}

/** A page that shows a file given as a parameter (`viewer.html?file=/a.pdf`) stands for that file. */
function behindViewer(address: string): string {
  const { pathname, searchParams } = new URL(address);
  if (!/view|preview|pdfjs|\.html?$/i.test(pathname) || isPicture(nameInAddress(address))) return address;
  const file = [...searchParams.values()].find((value) => fileEnding(value) !== null && /[/\\]/.test(value));
  return (file === undefined ? null : webAddress(file, address)) ?? address;
}

const refreshTarget = (content: string | undefined): string | undefined =>
  /url\s*=\s*['"]?([^'"]+)/i.exec(content ?? '')?.[1];
