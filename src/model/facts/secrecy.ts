/** Whether a text says that something is not published: 涉密, 不公开, 不予公开, 不宜公开, with any blanks between. */
export const isSecret = (text: string): boolean => /涉密|不(予|宜)?公开/.test(text.replace(/\s+/g, ''));
