/** How people are told of a rule: by its title, and by the id they quote and give to `--rule` behind it. */
export const nameRule = ({ id, title }: { id: string; title: string }): string => `${title}（${id}）`;
