const table = `
a ai an ang ao e ei en eng er o ou
ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu
ca cai can cang cao ce cen ceng ci cong cou cu cuan cui cun cuo
cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo
da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo
fa fan fang fei fen feng fo fou fu
ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo
ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo
ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun
ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo
la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve
ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu
na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nun nuo nv nve
pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu
qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun
ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo
sa sai san sang sao se sen seng si song sou su suan sui sun suo
sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo
ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo
wa wai wan wang wei wen weng wo wu
xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun
ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun
za zai zan zang zao ze zei zen zeng zi zong zou zu zuan zui zun zuo
zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo
`
const syllables = new Set(table.trim().split(/\s+/))
const beginnings = new Set([...syllables].flatMap(syllable => [...syllable].map((_, i) => syllable.slice(0, i + 1))))
const LONGEST = 6

/** What a run of Latin letters is as pinyin: whole syllables, and what is left of one still being typed. */
export type Spelling = { syllables: string[]; rest: string }

/**
 * Reads Latin letters as pinyin, with as few syllables as possible (`xian` is one). Null when they cannot be pinyin.
 * Letters beyond 200 are not read as pinyin.
 */
export function spell(text: string): Spelling | null {
  if (!/^[a-z]{1,200}$/.test(text)) return null
  const counts: number[] = [0]
  const from: number[] = [-1]
  for (let end = 1; end <= text.length; end++) {
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const count = counts[start]
      if (count === undefined || !syllables.has(text.slice(start, end))) continue
      if (counts[end] === undefined || count + 1 < (counts[end] ?? 0)) {
        counts[end] = count + 1
        from[end] = start
      }
    }
  }
  for (let cut = text.length; cut >= Math.max(0, text.length - LONGEST + 1); cut--) {
    if (counts[cut] === undefined) continue
    const rest = text.slice(cut)
    if (rest !== '' && !beginnings.has(rest)) continue
    const read: string[] = []
    for (let end = cut; end > 0; end = from[end] ?? 0) read.unshift(text.slice(from[end] ?? 0, end))
    return { syllables: read, rest }
  }
  return null
}

/** Whether the letters can be the first letters of syllables, 2 to 12 of them (no syllable begins with i, u or v). */
export function maybeInitials(text: string): boolean {
  return /^[a-hj-tw-z]{2,12}$/.test(text)
}
