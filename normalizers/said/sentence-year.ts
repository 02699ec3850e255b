const YEAR = /^(20\d{2})年度?(?!至|到|以来|起|前|之前|[—-])(?=.*(?:中|绩效.*)$)/;

/** The year of what follows a clause without a figure: 2026年…全面实施绩效管理，涉及…; 2024年度…支出决算中，…. Null where it says none. */
export function sentenceYear(text: string): number | null {
  const year = YEAR.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}
