/** Holds the directions of imports (.dependency-cruiser.cjs), and that every large folder's rooms are all in its order. */
import { cruise } from './cruise.js';
import { ROOMS } from './rooms.cjs';

const { modules, dependencies, violations } = cruise();
for (const { from, to, rule } of violations) console.error(`${rule.name}: ${from} → ${to}`);

const unordered = Object.entries(ROOMS).flatMap(([folder, rooms]) => {
  const inside = modules.flatMap(({ source }) => source.match(`^${folder}/([^/]+)/`)?.[1] ?? []);
  return [...new Set(inside)].filter((room) => !rooms.includes(room)).map((room) => `${folder}/${room}`);
});
for (const room of unordered) console.error(`${room} 不在 scripts/rooms.cjs 的次序里`);

console.log(`依赖方向：${modules.length} 个模块，${dependencies} 条依赖，${violations.length} 处违规`);
if (violations.length > 0 || unordered.length > 0) process.exitCode = 1;
