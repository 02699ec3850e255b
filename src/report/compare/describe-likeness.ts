import type { ComparedProject, ProjectGroup } from '../../model/comparison.js';

/** Why a project stands in its group, in words: `名称相近 0.72（铁路护路）`. */
export function describeLikeness({ likeness }: ComparedProject, group: ProjectGroup): string {
  if (likeness === null) return group.projects.length === 1 ? '单独一项' : '名称相同';
  const { name, purpose, byPurpose, shared } = likeness;
  const words = shared.length > 0 ? `（${shared.join('、')}）` : '';
  if (name === 1) return '名称相同（略去通用词）';
  const alike = `名称相近 ${name.toFixed(2)}${words}`;
  return byPurpose && purpose !== null ? `${alike}，用途相近 ${purpose.toFixed(2)}` : alike;
}
