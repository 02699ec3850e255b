import { type CheerioAPI, load } from 'cheerio';
import { decodeText } from '../../../extractors/bytes/charset.js';
import { LimitError } from '../../../extractors/bytes/limits.js';
import type { Root } from '../../../extractors/html/dom.js';
import { pageFacts, showsArticle } from '../../../extractors/html/page-facts.js';
import { pageRefusal } from '../../../extractors/html/page-refusal.js';
import { parsePage } from '../../../extractors/html/parse-page.js';
import { parseDay } from '../../pipeline/files/parse-day.js';
import { findLinks } from './find-links.js';
import { findNextPages } from './find-next-pages.js';
import type { Link } from './link.js';

/** What a page is, and what it leads to. */
export interface WebPage {
  title: string | null;
  /** ISO date. */
  published: string | null;
  publisher: string | null;
  indexNumber: string | null;
  /** It shows one article; else it is taken for a list. */
  isArticle: boolean;
  /** A table of figures stands on it, so that it may be the disclosure itself. */
  holdsTable: boolean;
  links: Link[];
  /** Other pages of the same list. */
  nextPages: string[];
}

/** Fewer rows or columns hold the facts of the article, or lay the page out. */
const LEAST_ROWS = 3;
const LEAST_CELLS = 12;

const CAPTCHA = /验证码|滑动验证|人机验证|安全验证|请完成验证/;

/**
 * Reads a page: what it says of itself, and where it leads.
 * @param address where it was found in the end
 * @param charset as the server declares it
 * @returns why it is none that can be used: a login, a captcha, an error page, too large
 */
export function readWebPage(
  bytes: Uint8Array,
  address: string,
  charset?: string,
): WebPage | { refused: string } {
  try {
    const { text: source, encoding } = decodeText(bytes, charset);
    const page = parsePage(source);
    const $ = load(page);
    const shown = $('body').clone();
    shown.find('script, style, noscript').remove();
    const text = shown.text().trim();
    const refused = refusalOf(page, $, text);
    const facts = pageFacts(page);
    const isArticle = showsArticle(page, facts);
    const links = findLinks($, address, encoding);
    if (refused !== null && !links.some(({ kind }) => kind === 'file')) return { refused };
    return {
      title: facts.title,
      published: facts.published === null ? null : parseDay(facts.published),
      publisher: facts.publisher,
      indexNumber: facts.indexNumber,
      isArticle,
      holdsTable: holdsTable($),
      links,
      nextPages: findNextPages($, address),
    };
  } catch (error) {
    if (error instanceof LimitError) return { refused: error.message };
    throw error;
  }
}

const SHORT = 600;

function refusalOf(page: Root, $: CheerioAPI, text: string): string | null {
  if (text.length <= SHORT && CAPTCHA.test(`${$('title').text()} ${text}`)) return '网页要求验证码';
  // A page with a table is a document, whatever figures stand in it; one that asks for a password is none.
  const holdsCells = $('td').text().trim() !== '' && $('input[type="password" i]').length === 0;
  const refused = holdsCells ? null : (pageRefusal(page, text) ?? null);
  return refused !== null && /框架/.test(refused) ? null : refused;
}

function holdsTable($: CheerioAPI): boolean {
  return $('table')
    .toArray()
    .some((element) => {
      const table = $(element);
      if (table.find('table').length > 0) return false;
      const cells = table.find('td, th');
      return (
        table.find('tr').length >= LEAST_ROWS &&
        cells.length >= LEAST_CELLS &&
        /\d/.test(cells.text()) &&
        table.find('a').length < cells.length / 3
      );
    });
}
