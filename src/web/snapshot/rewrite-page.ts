import { posix } from 'node:path';
import * as cheerio from 'cheerio';
import { type StaticAddress, staticAddress } from './static-address.js';

/** The site the pages are asked of; it stands in no page that is written. */
const BASE = 'http://127.0.0.1';

export interface RewrittenPage {
  markup: string;
  /** Pages and assets it leads to. */
  leadsTo: StaticAddress[];
}

/**
 * A page of the site as a file that works without a server: links to pages that are written lead to their files, others become
 * plain text, and so do those to places of which nothing is in the store: there is a page for each of them and year. Forms,
 * downloads and what else is of the class `with-program` are left out. Places within other pages are led to on the page of the
 * rules alone: which page of a list or document has them is not known.
 * @param at where the page is kept
 * @param note said at its end
 */
export function rewritePage(markup: string, at: StaticAddress, note: string): RewrittenPage {
  const $ = cheerio.load(markup);
  const leadsTo: StaticAddress[] = [];
  const relativeTo = ({ file }: StaticAddress): string =>
    posix.relative(posix.dirname(at.file), file) || posix.basename(file);
  const resolve = (link: string): { url: URL; found: StaticAddress | null } => {
    const url = new URL(link, `${BASE}${at.address}`);
    return { url, found: staticAddress(url) };
  };
  $('form, search, .with-program, p:has(> a[href^="/letters"])').remove();
  $('nav[aria-label="主菜单"] a, footer.site a, a.brand').each((_, link) => {
    const { found } = resolve($(link).attr('href') ?? '');
    if (!found) $(link).remove();
  });
  $('link[href], script[src]').each((_, element) => {
    const name = element.tagName === 'link' ? 'href' : 'src';
    const { found } = resolve($(element).attr(name) ?? '');
    if (!found) throw new Error(`${at.address}: ${$(element).attr(name)} is not an asset`);
    leadsTo.push(found);
    $(element).attr(name, relativeTo(found));
  });
  $('a[href]').each((_, link) => {
    const href = $(link).attr('href') ?? '';
    if (href.startsWith('#')) return;
    const { url, found } = resolve(href);
    if (url.origin !== BASE) return;
    const isOnlyMark = url.hash === '#here' && found?.file === at.file;
    if (found && !isOnlyMark && !$(link).is('.place.nothing')) {
      leadsTo.push(found);
      const hash = found.file === at.file || url.pathname === '/rules' ? url.hash : '';
      $(link).attr('href', found.file === at.file && hash !== '' ? hash : `${relativeTo(found)}${hash}`);
      return;
    }
    $(link).removeAttr('href').removeAttr('rel');
    link.tagName = $(link).closest('svg').length > 0 ? 'g' : 'span';
  });
  $('footer.site').append(cheerio.load('<p></p>')('p').text(note));
  return { markup: $.html(), leadsTo };
}
