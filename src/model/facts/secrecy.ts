/** Whether a text says that something is not published: 涉密, 不公开, 不予公开, 不宜公开, with any blanks between. */
export const isSecret = (text: string): boolean => /涉密|不(予|宜)?公开/.test(text.replace(/\s+/g, ''));

/**
 * Function classes of which a department need not show the parts: 国防 (203), 公安, 国家安全 and 国家保密 (20402, 20403, 20409).
 * Source: 《中华人民共和国预算法》第十四条 (state secrets are left out of what is published).
 */
export const isHiddenClass = (code: string): boolean => /^(203|20402|20403|20409)|^204$/.test(code);

/** Departments whose statements may leave rows out by law. */
export const isHiddenDepartment = (department: string): boolean =>
  /公安|国家安全|国安|保密|武装/.test(department);
