import type { Diagnostic } from '../../src/model/diagnostic.js';
import { pagePlace } from '../../src/model/place.js';
import type { XmlNode } from '../bytes/xml-tree.js';
import type { PageContent } from '../printed/page/page-content.js';
import { type OfdPage, pageBox } from './ofd-document.js';
import type { OfdPackage } from './ofd-package.js';
import { pageDrawing } from './page-drawing.js';
import { pageResources } from './resources.js';
import { elementOf, elementsOf } from './tree.js';

/** OFD measures in millimetres (GB/T 33190-2016, 7.5). */
const POINTS_PER_MM = 72 / 25.4;

/** The pages of a package, each read when it is wanted; null for one whose content is missing or damaged. */
export function* pageContents(ofd: OfdPackage, pages: readonly OfdPage[]): Generator<PageContent | null> {
  for (const page of pages) yield pageContent(ofd, page);
}

function pageContent(ofd: OfdPackage, { path, folder, document }: OfdPage): PageContent | null {
  const read = ofd.read(path, folder);
  if (!read) return null;
  const { root } = read;
  const resources = pageResources(ofd, root, read.folder, document.resources);
  const drawing = pageDrawing(pageBox(elementOf(root, 'Area')) ?? document.area, POINTS_PER_MM);
  const templates = elementsOf(root, 'Template');
  const drawTemplates = (each: readonly XmlNode[]): void => {
    for (const { attributes } of each) {
      const place = document.templates.get(attributes.TemplateID ?? '');
      const template = place === undefined ? undefined : ofd.read(place, document.folder);
      if (!template) continue;
      const own = pageResources(ofd, template.root, template.folder, document.resources);
      drawing.drawContent(elementOf(template.root, 'Content'), own);
    }
  };
  drawTemplates(templates.filter((template) => !isForeground(template)));
  drawing.drawContent(elementOf(root, 'Content'), resources);
  drawTemplates(templates.filter(isForeground));
  return drawing.content();
}

const isForeground = ({ attributes }: XmlNode): boolean => attributes.ZOrder === 'Foreground';

/** What was drawn onto the pages by people who read or sealed them: said, but not taken for what the pages print. */
export const annotationsLeftOut = (pages: readonly OfdPage[]): Diagnostic[] =>
  pages.flatMap(({ id, document }, index) => {
    const count = document.annotations.get(id);
    return count === undefined
      ? []
      : [
          {
            code: 'annotations-left-out',
            message: `第 ${index + 1} 页有 ${count} 处批注、水印或图章，不属于正文，没有读入`,
            place: pagePlace(index + 1),
          },
        ];
  });
