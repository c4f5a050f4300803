import { creditCodeCheckDigit } from '~/domain/organisations/credit-code'
import type { Rng } from './rng'

const SURNAMES =
  '王李张刘陈杨黄吴周徐罗胡何唐邓郑谢冯曾彭蒋廖田龚邱蔡董余夏钟谭秦袁卢熊黎段石雷易贺龙文万江向白邹潘梁韩程沈任姚范苏叶魏丁姜傅戴尹温詹欧樊'
const GIVEN_FIRST =
  '砚牧映以蔓知景书予清承怀明远亦思若云子家佳晓海文立志宏永建春秋雨雪松柏岚嵘屹峻川泽润沐溪涵静雅婉欣悦珂瑾瑜琪瑶舒仲伯季启维绍振国世德安'
const GIVEN_SECOND =
  '舟川秋宁青行之然平帆原野舒言声和远峰林森桐楠柏竹梅兰菊荷莲霞虹月晴岩石磊钧锋铭锐杰毅刚强勇伟俊超凡洁敏慧颖琳娜芳萍燕莉玲蓉丹妍媛'
/** People everyone knows; the sample must not seem to speak of them. */
const AVOIDED = new Set(['李白', '周杰', '王勃', '刘德华', '张杰', '陈毅', '李铭', '王刚', '李宁', '李娜', '张之洞', '贺龙', '邓超', '任志强', '周迅'])

/** `count` different invented names of people. */
export function personNames(rng: Rng, count: number): string[] {
  const names = new Set<string>()
  while (names.size < count) {
    const surname = [...SURNAMES][Math.floor(rng.next() ** 1.5 * SURNAMES.length)]!
    const first = rng.pick([...GIVEN_FIRST])
    const second = rng.pick([...GIVEN_SECOND])
    const name = rng.chance(0.16) ? surname + second : surname + first + second
    if (first !== second && !AVOIDED.has(name) && !AVOIDED.has(surname + first)) names.add(name)
  }
  return [...names]
}

const BRAND_FIRST = '驭启衡砺澜岚拓恒锐朗晟昊嘉瀚骏澄耀矩凌钧衍翊泓筑蔚森穗沃禾璞沧渝缙巴涪棠桐榆柏松'
const BRAND_SECOND = '行程川远越航峰源诚科图泰新维辰宇洲驰展腾磊铎屿桥禾沐润野原和正安成达明光华岳林'

/** `count` different two-character brand names. */
export function brandNames(rng: Rng, count: number): string[] {
  const all = [...BRAND_FIRST].flatMap((first) => [...BRAND_SECOND].filter((second) => second !== first).map((second) => first + second))
  if (count > all.length) throw new Error(`only ${all.length} brand names can be made`)
  return rng.sample(all, count)
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const CODE_CHARS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The check character of the nine-character organisation code (GB 11714) within a credit code. */
function organisationCheck(first8: string): string {
  const sum = [...first8].reduce((total, char, index) => {
    const value = /\d/.test(char) ? Number(char) : char.charCodeAt(0) - 55
    return total + value * ORGANISATION_WEIGHTS[index]!
  }, 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** Makes credit codes that pass both check digits and are never repeated within one sample. */
export function creditCodeMaker(rng: Rng): (prefix: '11' | '12' | '91' | '92' | '93' | '51' | '52', regionCode: string) => string {
  const made = new Set<string>()
  return (prefix, regionCode) => {
    for (;;) {
      const start = prefix.startsWith('9') ? 'MA' : '7'
      let body = start
      while (body.length < 8) body += rng.pick([...CODE_CHARS])
      const first17 = prefix + regionCode + body + organisationCheck(body)
      const code = first17 + creditCodeCheckDigit(first17)
      if (!made.has(code)) {
        made.add(code)
        return code
      }
    }
  }
}

/** A mobile number in a range that is set aside for examples here: 199 0000 xxxx is not assigned to subscribers. */
export function samplePhone(rng: Rng): string {
  return `1990000${String(rng.int(0, 9999)).padStart(4, '0')}`
}
