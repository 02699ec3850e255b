import type { CheerioAPI } from 'cheerio';
import { isSameSite, webAddress } from '../addresses/web-address.js';
import { addressInCall } from './script-address.js';

const NEXT = /^[\s<>«»›→[\]()（）]*(?:下一?页|后一?页|下页|next(?: page)?)[\s<>«»›→[\]()（）]*$|^[>»›]$/i;
/** The script that most sites of governments write their pagers with: how many pages, which one this is, names of the files. */
const CALL = /\bcreate_?Page_?(?:HTML|Html|Bar|Nav)?\s*\(([^()]{1,300})\)/gi;
const COUNT = /\b(?:countPage|totalPage|pageCount|page_count)\s*=\s*["']?(\d+)/i;
const CURRENT = /\b(?:currentPage|curPage|pageIndex|page_index)\s*=\s*["']?(\d+)/i;

/** Other pages of the list that a page is one of, without it: by 下一页, by the script of the pager, by numbers beside each other. */
export function findNextPages($: CheerioAPI, address: string): string[] {
  const base = webAddress($('base[href]').first().attr('href') ?? '', address) ?? address;
  const scripts = $('script:not([src])')
    .toArray()
    .map((element) => $(element).text())
    .join('\n');
  const found = [...linkedPages($), ...scriptedPages(scripts, address)];
  const pages = found.flatMap((given) => webAddress(given, base) ?? []);
  return [...new Set(pages)].filter((page) => page !== address && isSameSite(page, address));
}

function linkedPages($: CheerioAPI): string[] {
  const links = $('a, [rel="next" i]').toArray();
  return links.flatMap((element) => {
    const node = $(element);
    const text = (node.text() || (node.attr('title') ?? '')).trim();
    const isNumber = /^\[?\d{1,4}\]?$/.test(text);
    if (!isNumber && !NEXT.test(text) && node.attr('rel')?.toLowerCase() !== 'next') return [];
    const leads = leadsTo(node.attr('href'), node.attr('onclick'));
    return leads !== null && (!isNumber || /\d/.test(leads)) ? [leads] : [];
  });
}

function leadsTo(href = '', onclick = ''): string | null {
  const isAddress = href !== '' && !href.startsWith('#') && !/^javascript:/i.test(href);
  return isAddress ? href.trim() : addressInCall(`${href};${onclick}`);
}

/** `createPageHTML(5, 0, "index", "html")`: the page behind this one is `index_1.html`, whether pages count from 0 or 1. */
function scriptedPages(scripts: string, address: string): string[] {
  const calls = [...scripts.matchAll(CALL)].map(([, list = '']) => argumentsOf(list));
  for (const { numbers, words } of calls) {
    const total = numbers[0] ?? numberOf(COUNT, scripts);
    const current = numbers[1] ?? numberOf(CURRENT, scripts) ?? pageNumberIn(address);
    const next = nextName(words, address, current + 1);
    if (total !== null && total !== undefined && current + 1 <= total && next !== null) return [next];
  }
  const total = numberOf(COUNT, scripts);
  if (calls.length > 0 || total === null) return [];
  const next = (numberOf(CURRENT, scripts) ?? pageNumberIn(address)) + 1;
  return next < total ? [nextName([], address, next) ?? ''] : [];
}

function argumentsOf(list: string): { numbers: number[]; words: string[] } {
  const parts = list.split(',').map((part) => part.trim());
  return {
    numbers: parts
      .filter((part) => /^["']?\d+["']?$/.test(part))
      .map((part) => Number(part.replace(/\D/g, ''))),
    words: parts.flatMap((part) => /^["']([\w./-]*[a-z][\w./-]*)["']$/i.exec(part)?.[1] ?? []),
  };
}

const ENDING = /^(?:s?html?|jhtml|jsp|aspx?|php)$/i;

/** Name and ending as the script has them, else those of this page. */
function nextName(words: readonly string[], address: string, number: number): string | null {
  const at = words.findIndex((word) => ENDING.test(word));
  const own = new URL(address).pathname.split('/').at(-1) ?? '';
  const [, name = 'index', ending = 'html'] = /^(.+?)(?:_\d+)?\.(\w+)$/.exec(own) ?? [];
  if (at > 0) return `${words[at - 1]}_${number}.${words[at]}`;
  return ENDING.test(ending) ? `${name}_${number}.${ending}` : null;
}

const pageNumberIn = (address: string): number =>
  Number(/_(\d{1,4})\.\w+$/.exec(new URL(address).pathname)?.[1] ?? 0);

function numberOf(pattern: RegExp, text: string): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}
