/**
 * Fills the slots of a rule's message: `合计印为{reported}` with `{reported: '90万元'}`. A slot without a parameter is an
 * error of the rule.
 */
export function renderMessage(template: string, parameters: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = parameters[slot];
    if (value === undefined) throw new Error(`规则的消息缺少参数 ${slot}`);
    return value;
  });
}
