import { LEAST_PAGE_AREA } from '../tables/inner/read-pictures.js';
import { type ElementHandler, type ElementHandlers, LEFT_OUT } from './element-handler.js';
import { isOn } from './element-values.js';
import type { XmlElement } from './parse-xml.js';
import { enter, finishParagraph, leave, note, openParagraph, place, type Story } from './story.js';

/**
 * Deleted or moved-away content. As a property it marks the row or the paragraph mark it stands in; else it holds the
 * text that is no longer there.
 */
const deletion: ElementHandler = {
  open(story, element) {
    if (element.parent === 'w:trPr' && story.row) story.row.deleted = true;
    else if (isParagraphMark(element)) openParagraph(story).runsOn = true;
    return false;
  },
};

/** Hidden text: of a run, or the mark of a paragraph. */
const vanish: ElementHandler = {
  open(story, element) {
    if (isParagraphMark(element)) openParagraph(story).runsOn ||= isOn(element);
    else if (story.run && element.grandparent === 'w:r') story.run.hidden = isOn(element);
    return false;
  },
};

const isParagraphMark = (element: XmlElement): boolean =>
  element.parent === 'w:rPr' && element.grandparent === 'w:pPr';

/** A text box follows the paragraph it is anchored in. */
const textBox: ElementHandler = {
  open(story) {
    enter(story);
    return true;
  },
  close(story) {
    place(story, leave(story));
  },
};

/** Notes stand apart; separators between notes and text are no notes (`w:type`). */
const separateNote: ElementHandler = {
  open(story, element) {
    if (!['normal', undefined].includes(element.get('w:type'))) return false;
    enter(story);
    story.notes.set(element.get('w:id') ?? '', story.items);
    return true;
  },
  close(story) {
    leave(story);
  },
};

const sectionPart: ElementHandler = {
  open(story, element) {
    story.furniture.add(element.get('r:id') ?? '');
    return true;
  },
};

const embeddedDocument: ElementHandler = {
  open(story, element) {
    const id = element.get('r:id') ?? '';
    if (story.paragraph?.runsOn) finishParagraph(story);
    place(story, [{ kind: 'embedded', id }]);
    story.embedded.push(id);
    return false;
  },
};

/** The picture of an embedded object is no image of its own. */
const image: ElementHandler = {
  open(story, element) {
    if (element.grandparent === 'w:object') return true;
    story.images += 1;
    const id = element.get('r:embed') ?? element.get('r:id');
    if (id !== undefined && (story.drawingArea ?? LEAST_PAGE_AREA) >= LEAST_PAGE_AREA) {
      place(story, [{ kind: 'embedded', id }]);
      story.pagePictures.push(id);
    }
    return true;
  },
};

/** English Metric Units (ECMA-376-1, 20.1.2.1). */
const EMU_PER_POINT = 12_700;

const drawing: ElementHandler = {
  open(story) {
    story.drawingArea = null;
    return true;
  },
};

const extent: ElementHandler = {
  open(story, element) {
    const area = Number(element.get('cx')) * Number(element.get('cy'));
    story.drawingArea = Number.isFinite(area) ? area / EMU_PER_POINT ** 2 : null;
    return true;
  },
};

/** Sizes of a VML shape as CSS writes them; those not in points are not told. */
const shape: ElementHandler = {
  open(story, element) {
    const sizes = [...(element.get('style') ?? '').matchAll(/(?:^|;)\s*(?:width|height):\s*([\d.]+)pt/g)];
    const [width, height] = sizes.map(([, points]) => Number(points));
    story.drawingArea = width !== undefined && height !== undefined ? width * height : null;
    return true;
  },
};

/** An embedded workbook or the like: only its picture is printed, its content is another file. */
const embeddedObject: ElementHandler = {
  open(story: Story, element) {
    story.objects += 1;
    const program = element.get('ProgID') ?? '未注明';
    note(story, 'object-not-read', `嵌入对象（${program}）中的内容没有读取`);
    return true;
  },
};

export const STRUCTURE_ELEMENTS: ElementHandlers = {
  'w:del': deletion,
  'w:moveFrom': deletion,
  'w:vanish': vanish,
  'w:specVanish': vanish,
  'w:txbxContent': textBox,
  'w:footnote': separateNote,
  'w:endnote': separateNote,
  'w:headerReference': sectionPart,
  'w:footerReference': sectionPart,
  'w:altChunk': embeddedDocument,
  'w:subDoc': embeddedDocument,
  'w:drawing': drawing,
  'wp:extent': extent,
  'v:shape': shape,
  'a:blip': image,
  'v:imagedata': image,
  'o:OLEObject': embeddedObject,
  // What a tracked change replaced.
  'w:pPrChange': LEFT_OUT,
  'w:rPrChange': LEFT_OUT,
  'w:tblPrChange': LEFT_OUT,
  'w:tblPrExChange': LEFT_OUT,
  'w:tblGridChange': LEFT_OUT,
  'w:trPrChange': LEFT_OUT,
  'w:tcPrChange': LEFT_OUT,
  'w:sectPrChange': LEFT_OUT,
  'w:numberingChange': LEFT_OUT,
  // Settings of a content control; what it shows is in w:sdtContent.
  'w:sdtPr': LEFT_OUT,
  'w:sdtEndPr': LEFT_OUT,
};
