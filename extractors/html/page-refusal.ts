import { $, type Root } from './dom.js';

/** A page with more text than this says something besides its error. */
const SHORT_PAGE = 600;

const ERROR_PAGE =
  /\b(?:40[0134]|410|50[0234])\b|not found|forbidden|bad gateway|service unavailable|页面不存在|找不到(?:该|此|您)?.{0,8}(?:页|文件|资源)|页面(?:已被?|被)(?:删除|移除|下线)|访问(?:出错|受限|被拒绝|被拦截|过于频繁)|无法访问|没有(?:访问)?权限|系统(?:错误|异常|繁忙|维护)|服务器(?:错误|异常|内部)/i;

/**
 * What a page without a table is, when it is not a document: a login form, an error page, a shell that a script would have
 * to fill. Undefined for a page that may be one.
 *
 * @param text what the page shows
 */
export function pageRefusal(page: Root, text: string): string | undefined {
  if (text.length > SHORT_PAGE) return undefined;
  if ($('input[type="password" i]', page).length > 0) return '网页是登录页面，不是公开的文件';
  const heading = `${$('title', page).text()} ${$('h1,h2', page).first().text()} ${text.slice(0, 200)}`;
  if (ERROR_PAGE.test(heading)) return `网页是出错页面（${text.trim().replace(/\s+/g, ' ').slice(0, 40)}）`;
  if (text.trim() === '' && $('script', page).length > 0) return '网页内容由脚本生成，下载到的只是空壳';
  if ($('frame, iframe', page).length > 0 && text.trim() === '') return '网页只有框架，内容在别的文件里';
  return undefined;
}
