import { fileProblem } from './kind'

/** The encodings in which spreadsheets here save text, the strictest first; a byte order mark decides at once. */
function encodingOf(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

/** The text of a file, without its byte order mark. Throws where it is none in UTF-8, UTF-16 or GB18030. */
export function decodeText(bytes: Uint8Array): string {
  for (const encoding of encodingOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      // GB18030 reads nearly any bytes; a picture or a program has zeros among them.
      if (!text.includes('\0')) return text
    } catch {
      // Then it is in the next one.
    }
  }
  throw fileProblem('file.not_a_text')
}
