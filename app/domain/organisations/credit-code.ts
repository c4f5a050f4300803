const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * The 18th character of a unified social credit code (统一社会信用代码, GB 32100-2015): weights 3^(i-1) mod 31 for i = 1..17,
 * check (31 − Σ C_i·W_i mod 31) mod 31.
 *
 * @param first17 the first 17 characters, in capitals
 * @throws RangeError when there are not 17 characters of the code's alphabet
 */
export function creditCodeCheckDigit(first17: string): string {
  if (first17.length !== 17) throw new RangeError('a credit code has 17 characters before its check digit')
  let weight = 1
  let sum = 0
  for (const char of first17) {
    const value = ALPHABET.indexOf(char)
    if (value < 0) throw new RangeError(`not a character of a credit code: ${char}`)
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** Whether the text is a well-formed unified social credit code with the right check digit. Only capitals count. */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false
  return creditCodeCheckDigit(code.slice(0, 17)) === code.charAt(17)
}
