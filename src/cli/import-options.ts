import { type Command, Option } from 'commander';
import { OCR_MODES, OCR_TITLES, type OcrMode } from '../model/facts/ocr-modes.js';
import { parseCount } from './parse-options.js';
import type { StoreOption } from './store-option.js';

/** Options of every command that reads files into the store. */
export interface ReadingOptions extends StoreOption {
  /** As many as the machine bears where not given. */
  jobs?: number;
  log: 'text' | 'json';
  report?: string;
  keepSources?: boolean;
  ocr: OcrMode;
}

/** Of every command that reads files. */
export const ocrOption = (): Option =>
  new Option(
    '--ocr <方式>',
    `识别图像里的文字：${OCR_MODES.map((mode) => `${mode} ${OCR_TITLES[mode]}`).join('；')}`,
  )
    .choices([...OCR_MODES])
    .default('auto');

/** @param usual as many as the machine bears where left out */
export const jobsOption = (usual?: number): Option =>
  new Option(
    '--jobs <个数>',
    usual === undefined ? '同时读取的进程数（不给则按处理器和内存定）' : '同时读取的进程数',
  )
    .default(usual)
    .argParser(parseCount('--jobs', 1));

/** Of every command that says what it is at. */
export const logOption = (): Option =>
  new Option('--log <形式>', '过程的形式：文字，或每行一个 JSON').choices(['text', 'json']).default('text');

export const keepSourcesOption = (): Option =>
  new Option('--keep-sources', '在库文件旁保留一份原文件，供以后重读');

export const addReadingOptions = (command: Command, jobs?: number): Command =>
  command
    .addOption(jobsOption(jobs))
    .addOption(logOption())
    .option('--report <文件>', '把没有读成的、跳过的文件和没有读到的表写成一张表：.csv、.xlsx 或 .json')
    .addOption(ocrOption())
    .addOption(keepSourcesOption());
