import { Decimal, maxYuan } from '~/domain/kernel/money'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']

/** Up to four digits: `1010` → 壹仟零壹拾. */
function four(text: string): string {
  let words = ''
  let gap = false
  const padded = text.padStart(4, '0')
  for (let at = 0; at < 4; at++) {
    const digit = Number(padded[at])
    if (digit === 0) gap = words !== ''
    else {
      words += (gap ? '零' : '') + digits.charAt(digit) + (places[3 - at] ?? '')
      gap = false
    }
  }
  return words
}

/** Groups of four digits under their unit; a group that begins with zeros, or is all zeros, leaves one 零 behind. */
function whole(text: string, unit: string, step: number): string {
  if (text.length <= step) return step === 4 ? four(text) : whole(text, '万', 4)
  const high = text.slice(0, -step)
  const low = text.slice(-step)
  const words = step === 8 ? whole(high, '万', 4) : four(high)
  const rest = step === 8 ? whole(low, '万', 4) : four(low)
  const head = words === '' ? '' : words + unit
  return head + (head && rest && low.startsWith('0') ? '零' : '') + rest
}

/**
 * An amount in 元 as the paper form writes it: `1286000` → 人民币壹佰贰拾捌万陆仟元整 (正确填写票据和结算凭证的基本规定).
 *
 * @throws RangeError for a negative amount, more than two decimals or more than sixteen digits
 */
export function capitals(amount: Decimal.Value): string {
  const value = new Decimal(amount)
  if (value.isNegative() || value.decimalPlaces() > 2 || value.gt(maxYuan)) throw new RangeError(`no amount in 元: ${value.toString()}`)
  const [yuan = '0', cents = '00'] = value.toFixed(2).split('.')
  const [jiao, fen] = [Number(cents[0]), Number(cents[1])]
  const words = whole(yuan.replace(/^0+/, ''), '亿', 8)
  const head = words ? `${words}元` : jiao || fen ? '' : '零元'
  if (!jiao && !fen) return `人民币${head}整`
  const jiaoWords = jiao ? `${digits.charAt(jiao)}角` : words ? '零' : ''
  return `人民币${head}${jiaoWords}${fen ? `${digits.charAt(fen)}分` : '整'}`
}
