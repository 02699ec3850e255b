import type { LevelCounts, PlaceCount } from '../../model/coverage.js';

/**
 * Who has published, level by level, in one sentence: `临川市 2024 年：本级 3 个部门；12 个县级地区中 2 个库中有公开，共 5 个部门`. A region
 * without places below it has one level: `东山县 2024 年：3 个部门`.
 */
export function describeLevels({ region, year, own, below, listed, missingPlaces }: LevelCounts): string {
  const title = `${region} ${year} 年`;
  if (listed === 0) return `${title}：${own === 0 ? '库中没有公开的部门' : `${own} 个部门`}`;
  const cities = below.filter(isCity);
  const counties = below.filter((place) => !isCity(place));
  const published = listed - missingPlaces.length;
  const unlisted = counties.length - published;
  const levels = [
    own === 0 ? '库中没有本级的公开' : `本级 ${own} 个部门`,
    cities.length > 0 && `${cities.length} 个市本级共 ${departmentsOf(cities)} 个部门`,
    [
      `${listed} 个县级地区中 ${published} 个库中有公开`,
      unlisted > 0 && `另有名单之外的 ${unlisted} 个地区`,
      counties.length > 0 && `共 ${departmentsOf(counties)} 个部门`,
    ]
      .filter(Boolean)
      .join('，'),
  ];
  return `${title}：${levels.filter(Boolean).join('；')}`;
}

const departmentsOf = (places: readonly PlaceCount[]): number =>
  places.reduce((sum, { departments }) => sum + departments, 0);

const isCity = ({ regionCode }: PlaceCount): boolean => regionCode?.endsWith('00') ?? false;
