import type { XmlNode } from '../bytes/xml-tree.js';
import { type Box, EVERYWHERE, intersect, isEmptyBox, union } from '../printed/page/box.js';
import { collectGlyphs, type PlacedGlyph } from '../printed/page/collect-glyphs.js';
import { coverTest } from '../printed/page/cover-test.js';
import { type DrawnLines, drawSubpath, seenRules } from '../printed/page/drawn-path.js';
import { type Ink, NO_INK } from '../printed/page/ink.js';
import { IDENTITY, imageOf, type Matrix, multiply } from '../printed/page/matrix.js';
import { GLYPH_HIDDEN, type PageContent } from '../printed/page/page-content.js';
import { drawText } from './draw-text.js';
import { readPathData } from './path-data.js';
import { readColor } from './read-color.js';
import { drawParamsOf, type MediaFile, nearest, type Resources } from './resources.js';
import { elementOf, elementsOf, isTrue, localName, numberIn, numberList, ownText } from './tree.js';

/** Vector pictures inside vector pictures: deeper is a circle or an attack. */
const MAX_DEPTH = 12;
const MAX_OBJECTS = 1_000_000;

/** The space objects are drawn in. */
interface Space {
  matrix: Matrix;
  clip: Box;
  resources: Resources;
  /** Draw parameters of the layer. */
  drawParam: string | undefined;
  depth: number;
}

/** What a page prints, gathered object by object in the order it is drawn. */
export interface PageDrawing {
  /** Draws the layers of a content element (GB/T 33190-2016, 7.7); objects that are not visible are left out. */
  drawContent(content: XmlNode | undefined, resources: Resources): void;
  /** All that was drawn. */
  content(): PageContent;
}

/** A picture in its box as clipped, with the file it is in. */
export interface PlacedImage extends Box {
  /** From the square of one unit, the picture from its upper left corner, to the page. */
  onPage: Matrix;
  media: MediaFile;
}

interface DrawnGlyph extends PlacedGlyph {
  order: number;
  ink: Ink;
}

/**
 * @param box of the page
 * @param scale points in a unit of the page
 */
export function pageDrawing(box: Box, scale: number): PageDrawing {
  const lines: DrawnLines = { rules: [], whiteRules: [], fills: [], shapes: 0 };
  const glyphs: DrawnGlyph[] = [];
  const images: (Box | PlacedImage)[] = [];
  const display: Matrix = [scale, 0, 0, scale, -box.left * scale, -box.top * scale];
  let order = 0;

  const drawPath = (path: XmlNode, space: Space): void => {
    const ink = inksOf(path, space, { fill: false, stroke: true });
    if (ink.fill.alpha === 0 && ink.stroke.alpha === 0) return;
    const drawing = { clip: space.clip, order };
    for (const subpath of readPathData(ownText(elementOf(path, 'AbbreviatedData')), space.matrix)) {
      drawSubpath(subpath, ink, drawing, lines);
    }
  };
  const drawLetters = (text: XmlNode, space: Space): void => {
    const { fill, stroke } = inksOf(text, space, { fill: true, stroke: false });
    const ink = fill.alpha > 0 ? fill : stroke;
    const run = (glyphs.at(-1)?.run ?? -1) + 1;
    const clip = space.clip === EVERYWHERE ? undefined : space.clip;
    for (const glyph of drawText(text, { matrix: space.matrix, clip }, run)) {
      glyphs.push({ ...glyph, order, ink });
    }
  };
  const drawComposite = (object: XmlNode, space: Space): void => {
    const unit = space.resources.composites.get(object.attributes.ResourceID ?? '');
    const inner = { ...space, depth: space.depth + 1 };
    if (unit && inner.depth < MAX_DEPTH) {
      for (const each of elementsOf(elementOf(unit, 'Content'))) draw(each, inner);
    }
  };
  const drawImage = (image: XmlNode, { matrix, clip, resources }: Space): void => {
    const [, , width = 1, height = 1] = numberList(image.attributes.Boundary);
    const onPage =
      image.attributes.CTM === undefined ? multiply([width, 0, 0, height, 0, 0], matrix) : matrix;
    const seen = intersect(imageOf(onPage, 0, 0, 1, 1), clip);
    if (isEmptyBox(seen)) return;
    const media = resources.media.get(image.attributes.ResourceID ?? '');
    images.push(media ? { ...seen, onPage, media } : seen);
  };
  const draw = (object: XmlNode, outer: Space): void => {
    if (++order > MAX_OBJECTS || !isTrue(object, 'Visible', true)) return;
    const name = localName(object);
    if (name === 'PageBlock') {
      for (const each of elementsOf(object)) draw(each, { ...outer, depth: outer.depth + 1 });
      return;
    }
    const space = spaceOf(object, outer);
    if (isEmptyBox(space.clip)) return;
    if (name === 'TextObject') drawLetters(object, space);
    else if (name === 'PathObject') drawPath(object, space);
    else if (name === 'ImageObject') drawImage(object, space);
    else if (name === 'CompositeObject') drawComposite(object, space);
  };
  return {
    drawContent(content, resources) {
      for (const layer of elementsOf(content, 'Layer')) {
        const space: Space = {
          matrix: display,
          clip: EVERYWHERE,
          resources,
          drawParam: layer.attributes.DrawParam,
          depth: 0,
        };
        for (const object of elementsOf(layer)) draw(object, space);
      }
    },
    content: () => ({
      width: (box.right - box.left) * scale,
      height: (box.bottom - box.top) * scale,
      glyphs: collectGlyphs(withCovers(glyphs, lines)),
      rules: seenRules(lines),
      fills: lines.fills,
      images,
      shapes: lines.shapes,
    }),
  };
}

/** Characters without ink, white on white, or painted over are hidden. */
function withCovers(glyphs: readonly DrawnGlyph[], { fills }: DrawnLines): PlacedGlyph[] {
  const coverAt = coverTest(fills);
  return glyphs.map(({ order, ink, ...glyph }) => {
    const x = (glyph.left + glyph.right) / 2;
    const y = (glyph.top + glyph.bottom) / 2;
    const isHidden = ink.alpha === 0 || coverAt(x, y, { order, white: ink.white }) !== 0;
    return isHidden ? { ...glyph, flags: (glyph.flags ?? 0) | GLYPH_HIDDEN } : glyph;
  });
}

/** The space of an object: its boundary's corner and its matrix within the space around it, its clips within the others. */
function spaceOf(object: XmlNode, outer: Space): Space {
  const [x = 0, y = 0] = numberList(object.attributes.Boundary);
  const own = multiply(matrixIn(object.attributes.CTM), [1, 0, 0, 1, x, y]);
  const matrix = multiply(own, outer.matrix);
  return { ...outer, matrix, clip: clipOf(object, matrix, outer.clip) };
}

function matrixIn(text: string | undefined): Matrix {
  const [a, b, c, d, e, f] = numberList(text);
  return a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined
    ? IDENTITY
    : [a, b, c, d, e, f];
}

/** What all clips leave (8.4), each the box around its paths. */
function clipOf(object: XmlNode, matrix: Matrix, outer: Box): Box {
  let clip = outer;
  for (const each of elementsOf(elementOf(object, 'Clips'), 'Clip')) {
    const boxes = elementsOf(each, 'Area').flatMap((area) => {
      const space = multiply(matrixIn(area.attributes.CTM), matrix);
      return elementsOf(area, 'Path').flatMap((path) => boxOf(path, space));
    });
    const [first, ...others] = boxes;
    if (first) clip = intersect(clip, others.reduce(union, first));
  }
  return clip;
}

function boxOf(path: XmlNode, outer: Matrix): Box[] {
  const [x = 0, y = 0] = numberList(path.attributes.Boundary);
  const matrix = multiply(multiply(matrixIn(path.attributes.CTM), [1, 0, 0, 1, x, y]), outer);
  const points = readPathData(ownText(elementOf(path, 'AbbreviatedData')), matrix).flatMap(
    ({ points }) => points,
  );
  const across = points.filter((_, i) => i % 2 === 0);
  const down = points.filter((_, i) => i % 2 === 1);
  if (across.length === 0) return [];
  return [
    {
      left: across.reduce((a, b) => Math.min(a, b)),
      right: across.reduce((a, b) => Math.max(a, b)),
      top: down.reduce((a, b) => Math.min(a, b)),
      bottom: down.reduce((a, b) => Math.max(a, b)),
    },
  ];
}

/** What an object is filled and stroked with: its own colours, else those of its draw parameters (8.2). */
function inksOf(
  object: XmlNode,
  { resources, drawParam }: Space,
  otherwise: { fill: boolean; stroke: boolean },
): { fill: Ink; stroke: Ink } {
  const looks = [object, ...drawParamsOf(resources, object.attributes.DrawParam ?? drawParam)];
  const alpha = numberIn(object, 'Alpha', 255);
  const inkOf = (attribute: 'Fill' | 'Stroke', isDrawn: boolean): Ink => {
    if (alpha === 0 || !isTrue(object, attribute, isDrawn)) return NO_INK;
    return readColor(nearest(looks, `${attribute}Color`));
  };
  return { fill: inkOf('Fill', otherwise.fill), stroke: inkOf('Stroke', otherwise.stroke) };
}
