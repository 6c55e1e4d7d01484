import type { Random } from '../kernel/random.ts'

/** Surnames with how many of a thousand bear them; those of the She people are common in these mountains. */
const surnames: readonly (readonly [string, number])[] = [
  ['蓝', 90],
  ['雷', 80],
  ['钟', 60],
  ['陈', 110],
  ['吴', 80],
  ['叶', 75],
  ['林', 65],
  ['王', 60],
  ['李', 60],
  ['张', 55],
  ['刘', 50],
  ['周', 45],
  ['徐', 40],
  ['潘', 35],
  ['梅', 30],
  ['毛', 25],
  ['柳', 20],
  ['盘', 10],
  ['单', 5],
  ['欧阳', 5],
]
const total = surnames.reduce((sum, [, share]) => sum + share, 0)
const given = [
  ...'岫霁澜榧霞鹭栎霭笠翎鹇茗沅筠樾岚葭蔚泠璟槿桉汀屿云青松竹石梅兰桂枫樟杉柳桃梨茶泉',
]

/** An invented name: a surname of the mountains with one or two rare characters. Bearers of it, if any, are not meant. */
export function personName(random: Random): string {
  let left = random.below(total)
  const surname = surnames.find(([, share]) => {
    left -= share
    return left < 0
  })![0]
  const one = random.pick(given)
  return random.next() < 0.15 ? surname + one : surname + one + random.pick(given)
}
