import type { Facility } from '../resources/facility.ts'
import type { Division } from '../territory/division.ts'
import { cellLngLat, type Ground } from './ground.ts'

/** The centre of the county across the mountains, at the gate through which the trunk road leaves: its hospital takes anyone. */
export function neighbourCentre(
  ground: Ground,
  gate: number,
): { divisions: Division[]; facilities: Facility[] } {
  const code = '331198001001'
  const division = (
    at: string,
    name: string,
    nameEn: string,
    level: Division['level'],
    parent: string | null,
  ): Division => ({ code: at, name, nameEn, level, parent, successors: [], oldNames: [] })
  return {
    divisions: [
      division('331198000000', '望霁县', 'Wangji County', 'county', null),
      division('331198001000', '望霁街道', 'Wangji Subdistrict', 'township', '331198000000'),
      division(code, '霁北社区', 'Jibei Community', 'village', '331198001000'),
    ],
    facilities: [
      {
        id: 'HOS1-331198',
        name: '望霁县人民医院',
        nameEn: "Wangji County People's Hospital",
        kind: 'countyHospital',
        state: 'open',
        division: code,
        at: cellLngLat(ground, gate),
        services: [],
        capacityYear: {},
        opening: [],
        yearCostFen: 0,
        staffHoursYear: 0,
        conversions: [],
        unfit: [],
        provenance: { method: 'generated', note: 'outside the county' },
      },
    ],
  }
}
