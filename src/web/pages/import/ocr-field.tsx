import type { FC } from 'hono/jsx';
import { OCR_MODES, OCR_TITLES, type OcrMode } from '../../../model/facts/ocr-modes.js';
import { possibleOcr } from '../../../pipeline/reading/possible-ocr.js';

/** How pictures of text are read, as the command's `--ocr`; where nothing is installed that can, that is said instead. */
export const OcrField: FC = () =>
  possibleOcr('auto') === 'off' ? (
    <p class="soft">
      没有安装文字识别，扫描件和图片里的文字不读；运行 npm install（不加 --omit=optional）即装上。
    </p>
  ) : (
    <label>
      识别图像里的文字
      <select name="ocr">
        {OCR_MODES.map((mode) => (
          <option value={mode} selected={mode === 'auto'}>
            {OCR_TITLES[mode]}
          </option>
        ))}
      </select>
    </label>
  );

/** The way a form asks for; the usual one where it asks for none that is known. */
export const readOcr = (given: string | null | undefined): OcrMode =>
  OCR_MODES.find((mode) => mode === given) ?? 'auto';
