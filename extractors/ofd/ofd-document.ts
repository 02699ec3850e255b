import { LIMITS, LimitError, UnreadableError } from '../bytes/limits.js';
import type { XmlNode } from '../bytes/xml-tree.js';
import type { Box } from '../printed/page/box.js';
import type { OfdPackage } from './ofd-package.js';
import { NO_RESOURCES, type Resources, readResources } from './resources.js';
import { elementOf, elementsOf, numberList, ownText } from './tree.js';

/** A page before it is read (GB/T 33190-2016, 7.7). */
export interface OfdPage {
  id: string;
  /** Path of its content, and the folder it is relative to. */
  path: string;
  folder: string;
  document: OfdBody;
}

/** One document of the package; most have one. */
export interface OfdBody {
  /** Size of pages that give none, in millimetres. */
  area: Box;
  resources: Resources;
  /** Paths of template pages by their ids. */
  templates: ReadonlyMap<string, string>;
  folder: string;
  /** Annotations by the page they stand on: kept apart from what the page prints. */
  annotations: ReadonlyMap<string, number>;
}

const A4: Box = { left: 0, top: 0, right: 210, bottom: 297 };

/**
 * The pages of all documents of a package in their order, with the title of the first.
 * @throws UnreadableError where the package is encrypted or has no document; LimitError beyond LIMITS.pages
 */
export function openOfd(ofd: OfdPackage): { title: string; pages: OfdPage[] } {
  const main = ofd.read('/OFD.xml', '');
  if (!main) throw new UnreadableError('corrupt', 'OFD 文件不完整：找不到 OFD.xml');
  if (ofd.has('/Encryptions.xml', '')) throw new UnreadableError('encrypted', 'OFD 文件已加密');
  const bodies = elementsOf(main.root, 'DocBody');
  const pages = bodies.flatMap((body) => pagesOf(ofd, body));
  if (pages.length === 0) throw new UnreadableError('corrupt', 'OFD 文件里没有页面');
  if (pages.length > LIMITS.pages) {
    throw new LimitError(`OFD 有 ${pages.length} 页，超过 ${LIMITS.pages} 页`);
  }
  const title = ownText(elementOf(elementOf(bodies[0], 'DocInfo'), 'Title')).trim();
  return { title, pages };
}

function pagesOf(ofd: OfdPackage, body: XmlNode): OfdPage[] {
  const read = ofd.read(rootPath(ofd, body), '');
  if (!read) return [];
  const { root, folder } = read;
  const common = elementOf(root, 'CommonData');
  const document: OfdBody = {
    area: pageBox(elementOf(common, 'PageArea')) ?? A4,
    resources: elementsOf(common, 'PublicRes', 'DocumentRes').reduce(
      (known, { children }) => readResources(ofd, textIn(children), folder, known),
      NO_RESOURCES,
    ),
    templates: new Map(
      elementsOf(common, 'TemplatePage').map(({ attributes }) => [
        attributes.ID ?? '',
        attributes.BaseLoc ?? '',
      ]),
    ),
    folder,
    annotations: readAnnotations(ofd, ownText(elementOf(root, 'Annotations')).trim(), folder),
  };
  return elementsOf(elementOf(root, 'Pages'), 'Page').map(({ attributes }) => ({
    id: attributes.ID ?? '',
    path: attributes.BaseLoc ?? '',
    folder,
    document,
  }));
}

const textIn = (children: XmlNode['children']): string =>
  children
    .filter((child): child is string => typeof child === 'string')
    .join('')
    .trim();

/** The document root of the current version (7.4, 18), of the first where none is said to be current. */
function rootPath(ofd: OfdPackage, body: XmlNode): string {
  const versions = elementsOf(elementOf(body, 'Versions'), 'Version');
  const current = versions.find(({ attributes }) => attributes.Current === 'true');
  const version = current && ofd.read(current.attributes.BaseLoc ?? '', '');
  const ofVersion = ownText(elementOf(version?.root, 'DocRoot')).trim();
  if (version && ofVersion !== '') {
    return ofd.has(ofVersion, version.folder) && !ofVersion.startsWith('/')
      ? `/${version.folder}/${ofVersion}`
      : ofVersion;
  }
  return ownText(elementOf(body, 'DocRoot')).trim();
}

/** The box of a page, of the paper it is printed on. */
export function pageBox(area: XmlNode | undefined): Box | null {
  const [x, y, width, height] = numberList(ownText(elementOf(area, 'PhysicalBox')));
  if (x === undefined || y === undefined || !width || !height) return null;
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** Marks people put on pages, without links: how many stand on each. */
function readAnnotations(ofd: OfdPackage, path: string, folder: string): Map<string, number> {
  const counts = new Map<string, number>();
  const list = path === '' ? undefined : ofd.read(path, folder);
  if (!list) return counts;
  for (const page of elementsOf(list.root, 'Page')) {
    const marks = ofd.read(ownText(elementOf(page, 'FileLoc')).trim(), list.folder);
    const seen = elementsOf(marks?.root, 'Annot').filter(({ attributes }) => attributes.Type !== 'Link');
    if (seen.length > 0) counts.set(page.attributes.PageID ?? '', seen.length);
  }
  return counts;
}
