import type { DocumentSubject } from '../model/ports/documents.js';

/** `望山市石桥县 2024 年 水利局`; what differs within a document, or is not known, by a dash. */
export function subjectTitle({ province, city, region, year, department }: DocumentSubject): string {
  const place = [...new Set([province, city, region])].filter((part) => part !== null).join('');
  return [place || '地区—', year === null ? '年度—' : `${year} 年`, department ?? '部门—'].join(' ');
}
