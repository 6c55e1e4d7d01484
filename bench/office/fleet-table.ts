import type { Random } from '@kuashan/core/kernel/random.ts'

const kinds = ['流动医院车', '流动供销车', '便民服务车', '文化车', '助浴车']
const owners = ['县医院', '供销社', '卫健局', '交通局', '民政局', '图书馆']
const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴']

/** A register of so many invented vehicles as a CSV table; plates are in order. */
export function fleetTable(vehicles: number, chance: Random): string {
  const rows = Array.from({ length: vehicles }, (_, k) =>
    [
      `浙K·D${String(k).padStart(4, '0')}`,
      chance.pick(kinds),
      `第${1 + chance.below(40)}乡${chance.pick(owners)}`,
      '2027-12-31',
      chance.below(10) === 0 ? '2020-01-31' : '2027-06-30',
      '2027-12-31',
      5 + chance.below(20),
      chance.below(3) === 0 ? '是' : '否',
      `${chance.pick(surnames)}师傅`,
      '1-5 08:00-17:00',
    ].join(','),
  )
  const headings =
    '车牌,类别,所有单位,行驶证有效期,年检有效期,保险有效期,座位数,冷藏箱,司机,运行时间'
  return `${headings}\n${rows.join('\n')}\n`
}
