/**
 * To be imported before pdf.js, which makes a DOMMatrix when it is loaded and looks for the other two in a canvas library of
 * 30 MB. Nothing here draws with pdf.js, so what it would draw with only has to be there.
 */
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {}, writable: true });
}
