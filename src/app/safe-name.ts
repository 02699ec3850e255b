/** Disks take names of 255 bytes, and Chinese characters take three. */
const LONGEST_NAME = 70;

/** Devices of Windows, whatever the ending (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))/i;

/** A name every system takes for a file or a folder, made of any words. */
export const safeName = (words: string): string =>
  clipped(
    words
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no name may hold them
      .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, '_')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(DEVICE, '$&_'),
  ).replace(/^\.+|[. ]+$/g, '_') || '未命名';

const clipped = (name: string): string => [...name].slice(0, LONGEST_NAME).join('');
