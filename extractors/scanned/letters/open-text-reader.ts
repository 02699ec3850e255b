import { findLines } from './find-lines.js';
import { loadModels, type Models } from './load-models.js';
import { readLines } from './read-lines.js';
import type { TextReader } from './text-reader.js';

let loading: Promise<Models | null> | undefined;

/**
 * The reader of texts in pictures, loaded once in a process; null where its optional parts (onnxruntime-node, the models) are not
 * installed.
 * @throws what the library throws where it is installed and cannot be loaded
 */
export async function openTextReader(): Promise<TextReader | null> {
  loading ??= loadModels();
  const models = await loading;
  if (!models) return null;
  return {
    find: async (picture, areas) => findLines(picture, areas),
    read: (picture, boxes, ragged) => readLines(models, picture, boxes, ragged),
  };
}
