import type { PictureFate } from '../../../src/model/grid.js';
import { LimitError, UnreadableError } from '../../bytes/limits.js';
import type { TextRecognition } from '../../reader.js';
import type { PageContent } from '../page/page-content.js';
import { type PageProblem, pageProblems, UNLOADABLE } from './page-problems.js';

/** Reads pages from their pictures. */
export interface PageRecognition extends Pick<TextRecognition, 'again' | 'isSpent'> {
  /**
   * What the picture of a page shows, by its number from 1 and what is known of it; null where no text is on it.
   * @throws UnreadableError, LimitError where it cannot be drawn or recognized
   */
  page(number: number, displayed: PageContent): Promise<PageContent | null>;
}

/** A page as it is to be read. */
export interface FoundPage {
  /** Null for one that cannot be loaded. */
  content: PageContent | null;
  problems: PageProblem[];
  picture?: PictureFate;
}

/** Problems of pages whose picture may tell more than their text. */
const PICTURES = ['page-image-only', 'page-mostly-image', 'no-unicode-map'];
const LAYER = 'recognized-text';
/** A character less sure than this (percent) is counted. */
const UNSURE = 90;

/** The page with what stands in the way of reading it; one without text is recognized where that is possible. */
export async function foundPage(
  content: PageContent | null,
  number: number,
  recognition?: PageRecognition,
): Promise<FoundPage> {
  if (!content) return { content, problems: [UNLOADABLE] };
  const problems = pageProblems(content);
  const [problem] = problems.filter(({ code }) => PICTURES.includes(code) || code === LAYER);
  if (!problem) return { content, problems };
  const isLayer = problem.code === LAYER;
  const unread: FoundPage = { content, problems, picture: isLayer ? 'layer' : 'left' };
  if (!recognition || (isLayer && !recognition.again)) return unread;
  if (recognition.isSpent()) return { content, problems: [...problems, SPENT], picture: 'read' };
  let recognized: PageContent | null;
  try {
    recognized = await recognition.page(number, content);
  } catch (error) {
    if (!(error instanceof UnreadableError || error instanceof LimitError)) throw error;
    const isTried = error instanceof LimitError || error.outcome !== 'needs-ocr';
    return {
      content,
      problems: [...problems, notRecognized(error)],
      picture: isTried ? 'read' : unread.picture,
    };
  }
  if (recognized && recognized.glyphs.count > 0) {
    return { content: recognized, problems: [recognizedAs(problem, recognized)], picture: 'read' };
  }
  if (isLayer) return unread;
  const isBlank = problem.code === 'page-image-only';
  return { content, problems: isBlank ? [WITHOUT_TEXT] : problems, picture: 'read' };
}

const SPENT: PageProblem = {
  code: 'recognition-limit',
  message: '没有识别：一份文件中识别的页数已到限额',
  fatal: false,
};

const notRecognized = ({ message }: Error): PageProblem => ({
  code: 'picture-not-recognized',
  message: `的图像没有识别：${message}`,
  fatal: false,
});

const WITHOUT_TEXT: PageProblem = {
  code: 'picture-without-text',
  message: '是图像，没有认出文字',
  fatal: false,
};

function recognizedAs({ code }: PageProblem, { glyphs }: PageContent): PageProblem {
  const { confidence, count } = glyphs;
  const unsure = confidence ? confidence.subarray(0, count).filter((sure) => sure < UNSURE).length : 0;
  const what = code === 'no-unicode-map' ? '的字体没有文字对照' : '是图像';
  const doubt = unsure > 0 ? `，其中 ${unsure} 个字把握不大` : '';
  return {
    code: 'recognized-picture',
    message: `${what}，文字由识别得到，可能有错${doubt}`,
    fatal: false,
  };
}
