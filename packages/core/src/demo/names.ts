import type { Random } from '../kernel/random.ts'

/** A name in both languages. */
export interface PlaceName {
  zh: string
  en: string
}

const syllables = (text: string): PlaceName[] =>
  text.split(' ').map((pair) => {
    const at = pair.search(/[A-Z]/)
    return { zh: pair.slice(0, at), en: pair.slice(at) }
  })

const townHeads = syllables(
  '岫Xiu 霁Ji 澜Lan 榧Fei 霞Xia 鹭Lu 栎Li 霭Ai 笠Li 翎Ling 鹇Xian 茗Ming 沅Yuan 筠Yun 樾Yue 岚Lan 葭Jia 蔚Wei 泠Ling 璟Jing 槿Jin 桉An 汀Ting 屿Yu',
)
const townTails = syllables(
  '前Qian 月Yue 湾Wan 林Lin 渡Du 渚Zhu 屏Ping 谷Gu 坞Wu 畈Fan 岙Ao 笋Sun 坳Ao 泽Ze 峦Luan 涧Jian 桥Qiao 垟Yang',
)
const heads = syllables(
  '云Yun 青Qing 松Song 竹Zhu 石Shi 梅Mei 兰Lan 桂Gui 枫Feng 樟Zhang 杉Shan 柳Liu 桃Tao 梨Li 茶Cha 泉Quan 月Yue 霞Xia 鹭Lu 雁Yan 金Jin 银Yin 玉Yu 白Bai 乌Wu 黄Huang 赤Chi 半Ban 高Gao 长Chang 平Ping 安An 永Yong 福Fu 水Shui 岩Yan 葛Ge 麻Ma 稻Dao 蓝Lan',
)
const middles = syllables(
  '岫Xiu 霁Ji 樾Yue 垄Long 屏Ping 埠Bu 畈Fan 笕Jian 榧Fei 栎Li 檫Cha 蕨Jue 鹇Xian 獐Zhang 麂Ji 蜂Feng 窑Yao 磨Mo 碓Dui 篁Huang',
)
const tails = syllables(
  '坑Keng 源Yuan 岭Ling 坪Ping 岙Ao 垟Yang 湾Wan 坞Wu 岗Gang 坳Ao 头Tou 尖Jian 寮Liao 脚Jiao 圩Xu 畲She',
)
const parts = syllables('上Shang 下Xia 里Li 外Wai 东Dong 西Xi 新Xin 老Lao 前Qian 后Hou 大Da 小Xiao')

/** Draws invented names, each once. Rare characters and three-part names keep clear of real places. */
export interface NameSource {
  township(): PlaceName
  village(): PlaceName
  hamlet(): PlaceName
}

const joined = (...pieces: PlaceName[]): PlaceName => {
  const latin = pieces.map((p) => p.en).join('')
  return {
    zh: pieces.map((p) => p.zh).join(''),
    en: latin.charAt(0) + latin.slice(1).toLowerCase(),
  }
}

export function nameSource(random: Random): NameSource {
  const used = new Set<string>()
  const fresh = (make: () => PlaceName): PlaceName => {
    for (let tries = 0; tries < 200; tries++) {
      const name = make()
      if (used.has(name.zh)) continue
      used.add(name.zh)
      return name
    }
    const base = make()
    let number = 2
    while (used.has(`${base.zh}${number}`)) number++
    used.add(`${base.zh}${number}`)
    return { zh: `${base.zh}${number}`, en: `${base.en} ${number}` }
  }
  return {
    township: () => fresh(() => joined(random.pick(townHeads), random.pick(townTails))),
    village: () =>
      fresh(() => joined(random.pick(heads), random.pick(middles), random.pick(tails))),
    hamlet: () =>
      fresh(() =>
        random.next() < 0.4
          ? joined(random.pick(parts), random.pick(heads), random.pick(middles), random.pick(tails))
          : joined(random.pick(heads), random.pick(middles), random.pick(tails)),
      ),
  }
}

const sheHeads = syllables('山San 兰Lan 蓝Lam 凤Fung 钟Chung 盘Pon')
const sheTails = syllables('客哈Hak 寮Liau 凤Fung 坑Hang 岗Kong')

/** A name as the She people of the place might say it: invented too. */
export const sheName = (random: Random): string => {
  const name = joined(random.pick(sheHeads), random.pick(sheTails))
  return `${name.zh}（${name.en}）`
}
