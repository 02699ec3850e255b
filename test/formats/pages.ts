const SAMPLES = new URL('../../samples/', import.meta.url);
const SAMPLE_PAGES = new URL('../samples/pages/', import.meta.url);
const OWN_PAGES = new URL('pages/', import.meta.url);

interface PrintedPage {
  name: string;
  page: URL;
  /** In test/formats/files there is a zip of it, written by scripts/build-format-files.ts. */
  byLibreOffice?: boolean;
  /** Printed on A3 there. */
  largeSheet?: boolean;
}

/** Web pages with one disclosure each, one a layout; every other format is written from them. */
export const PAGES: readonly PrintedPage[] = [
  { name: 'hunan-liling', page: sample('hunan-liling'), byLibreOffice: true },
  { name: 'beijing-huairou', page: sample('beijing-huairou'), byLibreOffice: true, largeSheet: true },
  { name: 'hubei-qingshan', page: sample('hubei-qingshan'), byLibreOffice: true },
  { name: 'shaanxi-huyi', page: sample('shaanxi-huyi'), byLibreOffice: true },
  { name: 'yunnan-fengqing', page: sample('yunnan-fengqing'), byLibreOffice: true },
  {
    name: 'hebei-funing',
    page: new URL('hebei-funing.html', OWN_PAGES),
    byLibreOffice: true,
    largeSheet: true,
  },
  { name: 'anhui-ningguo', page: sample('anhui-ningguo') },
  { name: 'anhui-shexian', page: sample('anhui-shexian') },
  { name: 'blank-template', page: sample('blank-template') },
  { name: 'chongqing-tongnan', page: sample('chongqing-tongnan') },
  { name: 'fujian-fuan', page: sample('fujian-fuan') },
  { name: 'guangdong-panyu', page: sample('guangdong-panyu') },
  { name: 'guangdong-zengcheng', page: sample('guangdong-zengcheng') },
  { name: 'hunan-wangcheng', page: sample('hunan-wangcheng') },
  { name: 'jiangxi-guixi', page: sample('jiangxi-guixi') },
  { name: 'no-performance-tables', page: sample('no-performance-tables') },
  { name: 'shandong-qufu', page: sample('shandong-qufu-gb18030') },
  { name: 'shanxi-pingding', page: new URL('shanxi-pingding.html', SAMPLE_PAGES) },
  { name: 'sichuan-qianwei', page: new URL('sichuan-qianwei.html', SAMPLE_PAGES) },
];

function sample(name: string): URL {
  return new URL(`${name}.html`, SAMPLES);
}
