import type { XmlNode } from '../bytes/xml-tree.js';
import type { OfdPackage } from './ofd-package.js';
import { elementOf, elementsOf, ownText } from './tree.js';

/** What objects of pages refer to by id (GB/T 33190-2016, 7.9). */
export interface Resources {
  /** Line width and colours (8.2). */
  drawParams: ReadonlyMap<string, XmlNode>;
  /** Vector pictures that pages place (13). */
  composites: ReadonlyMap<string, XmlNode>;
  /** Files of pictures (7.9). */
  media: ReadonlyMap<string, MediaFile>;
}

/** A file of the package, as `OfdPackage` finds it. */
export interface MediaFile {
  path: string;
  folder: string;
}

export const NO_RESOURCES: Resources = { drawParams: new Map(), composites: new Map(), media: new Map() };

/** The resources of a file beside those already known; its own win. */
export function readResources(ofd: OfdPackage, path: string, folder: string, known: Resources): Resources {
  const read = path === '' ? undefined : ofd.read(path, folder);
  if (!read) return known;
  const { root } = read;
  return {
    drawParams: new Map([
      ...known.drawParams,
      ...byId(elementsOf(root, 'DrawParams').flatMap((each) => elementsOf(each, 'DrawParam'))),
    ]),
    composites: new Map([
      ...known.composites,
      ...byId(
        elementsOf(root, 'CompositeGraphicUnits').flatMap((each) => elementsOf(each, 'CompositeGraphicUnit')),
      ),
    ]),
    media: new Map([...known.media, ...mediaIn(root, read.folder)]),
  };
}

/** Media files lie in the folder the resource file names as their base, else beside it. */
function mediaIn(root: XmlNode, folder: string): [string, MediaFile][] {
  const base = root.attributes.BaseLoc ?? '';
  const inside = base.startsWith('/') ? base : [folder, base].filter((each) => each !== '').join('/');
  return elementsOf(root, 'MultiMedias')
    .flatMap((each) => elementsOf(each, 'MultiMedia'))
    .map((each) => [
      each.attributes.ID ?? '',
      { path: ownText(elementOf(each, 'MediaFile')).trim(), folder: inside },
    ]);
}

const byId = (nodes: readonly XmlNode[]): [string, XmlNode][] =>
  nodes.map((node) => [node.attributes.ID ?? '', node]);

/** Resources a page adds to those of its document. */
export const pageResources = (ofd: OfdPackage, page: XmlNode, folder: string, known: Resources): Resources =>
  elementsOf(page, 'PageRes').reduce(
    (resources, each) => readResources(ofd, ownText(each).trim(), folder, resources),
    known,
  );

/** Draw parameters may rest on others; more steps than these are a circle. */
const MOST_STEPS = 16;

/** The draw parameters with this id and those they rest on, the nearest first. */
export function drawParamsOf({ drawParams }: Resources, id: string | undefined): XmlNode[] {
  const found: XmlNode[] = [];
  for (let next = id; next !== undefined && found.length < MOST_STEPS; ) {
    const node = drawParams.get(next);
    if (!node) break;
    found.push(node);
    next = node.attributes.Relative;
  }
  return found;
}

/** The first of these elements that has a child of the name. */
export const nearest = (nodes: readonly XmlNode[], name: string): XmlNode | undefined =>
  nodes.map((node) => elementOf(node, name)).find((found) => found !== undefined);
