import { ROOMS } from '../rooms.cjs';

/** A folder of the house with what it is for. */
interface Part {
  name: string;
  does: string;
  /** From the ground up. */
  rooms: readonly string[];
}

const FORMATS = '各格式，互不认识';
/** Rooms of the readers that every format stands on; the others are the formats. */
const SHARED = ['bytes', 'tables', 'printed', 'raster', 'scanned', 'verify'];

const readers = (): string[] => {
  const rooms = ROOMS.extractors ?? [];
  const before = rooms.filter((room) => SHARED.includes(room) && room !== 'verify');
  return [...before, FORMATS, ...(rooms.includes('verify') ? ['verify'] : [])];
};

const part = (name: string, does: string, rooms = ROOMS[name] ?? []): Part => ({ name, does, rooms });

/** Storeys from the ground up; who stands in one storey does not know the others in it. */
const STOREYS: Part[][] = [
  [part('src/model', '事实、各节、筛选、口岸；只认识 zod', ['facts', 'sections', 'ports'])],
  [
    part('extractors', '读字节，不懂业务', readers()),
    part('normalizers', '认表、读值、装配'),
    part('src/store', 'SQLite，口岸后面的引擎'),
    part('src/queue', '等着读的文件'),
    part('src/audit', '规则是纯函数'),
    part('src/compare', '各地各年并列'),
    part('src/report', '只管写出来'),
  ],
  [part('src/pipeline', '读文件的子进程，一个写者')],
  [part('src/collect', '由网址清单取回文件，连同出处')],
  [part('src/app', '一个文件一件用户要做的事')],
  [
    part('src/cli', '选项与措辞'),
    part('src/web', '网页与接口', ['parts', 'pages', 'api']),
    part('src/library', '给程序用的入口'),
  ],
];

const WIDTH = 1200;
const GAP = 12;
const ROOM = 20;
const HEAD = 44;
const BESIDE = 'src/processes：子进程的唯一用法；store、pipeline、collect、app、web 都可用，只认识 model';

const text = (x: number, y: number, size: number, content: string, weight = 'normal'): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}">${content}</text>`;

function drawPart({ name, does, rooms }: Part, x: number, y: number, width: number, height: number): string {
  const boxes = rooms.map((room, index) => {
    const top = y + height - (index + 1) * ROOM - 6;
    return `<rect x="${x + 8}" y="${top}" width="${width - 16}" height="${ROOM - 3}" class="room"/>${text(x + 14, top + 13, 12, room)}`;
  });
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" class="part"/>${text(x + 8, y + 18, 15, name, 'bold')}${text(x + 8, y + 35, 12, does)}${boxes.join('')}`;
}

/** The plan of the house as SVG: storeys from the ground up, each part with its rooms; every arrow goes down. */
export function housePicture(): string {
  const pieces: string[] = [];
  let bottom = 0;
  for (const storey of STOREYS) {
    const height = HEAD + Math.max(...storey.map(({ rooms }) => rooms.length)) * ROOM + 8;
    const width = (WIDTH - GAP * (storey.length + 1)) / storey.length;
    bottom += height + GAP;
    for (const [index, each] of storey.entries())
      pieces.push(drawPart(each, GAP + index * (width + GAP), -bottom, width, height));
  }
  const top = -bottom - 64;
  const head = `${text(GAP, top + 26, 17, '明账的房子：上层用下层，箭头只向下；同层互不认识；房间自下而上', 'bold')}${text(GAP, top + 48, 13, BESIDE)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 ${top} ${WIDTH} ${-top + GAP}" font-family="'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif">
<style>.part{fill:#f3f1ea;stroke:#8a7f66}.room{fill:#fff;stroke:#c9c1ad}text{fill:#2b2a26}</style>
<rect x="0" y="${top}" width="${WIDTH}" height="${-top + GAP}" fill="#fff"/>
${head}
${pieces.join('\n')}
</svg>
`;
}
