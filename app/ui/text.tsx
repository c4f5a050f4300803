import { Children, createContext, Fragment, useContext, type ReactNode } from 'react'

/** A run of text; `mark` is a matched word, `near` one found by way of a near word. */
export type TextPart = { text: string; mark?: boolean | 'near' }

/** Joins class names, leaving out what is empty. */
export function cx(...names: (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}

/** Cuts runs at word ends, so that a title with matches still breaks between words; a match stays whole. Words that do not spell the text are ignored. */
export function cutAtWords(parts: TextPart[], words?: string[]): TextPart[][] {
  const whole = parts.map((part) => part.text).join('')
  if (!words || words.join('') !== whole) return [parts]
  const rest = parts.map((part) => ({ ...part }))
  return outsideMarks(parts, words).map((word) => {
    const taken: TextPart[] = []
    let wanted = word.length
    for (let part = rest[0]; part && wanted > 0; part = rest[0]) {
      const text = part.text.slice(0, wanted)
      taken.push({ ...part, text })
      wanted -= text.length
      part.text = part.text.slice(text.length)
      if (!part.text) rest.shift()
    }
    return taken
  })
}

/** The words, those joined that end within a match. */
function outsideMarks(parts: TextPart[], words: string[]): string[] {
  const within = new Set<number>()
  let at = 0
  for (const { text, mark } of parts) {
    if (mark) for (let index = 1; index < text.length; index++) within.add(at + index)
    at += text.length
  }
  const joined: string[] = []
  let end = 0
  for (const word of words) {
    if (within.has(end) && joined.length > 0) joined[joined.length - 1] += word
    else joined.push(word)
    end += word.length
  }
  return joined
}

/** Text with its matched words in `<mark>`; `words` are where it may break. */
export function Highlight({ parts, words }: { parts: TextPart[]; words?: string[] }) {
  return cutAtWords(parts, words).map((run, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {run.map((part, at) =>
        part.mark ? (
          <mark key={at} className={part.mark === 'near' ? 'near' : undefined}>
            {part.text}
          </mark>
        ) : (
          <Fragment key={at}>{part.text}</Fragment>
        ),
      )}
    </Fragment>
  ))
}

const Words = createContext<((title: string) => string[]) | null>(null)

/** Says where titles beneath it may break. The server gives it its dictionary; without one a title breaks anywhere. */
export function TitleWords({ of, children }: { of: (title: string) => string[]; children: ReactNode }) {
  return <Words.Provider value={of}>{children}</Words.Provider>
}

/** A title that breaks between words: plain text or marked parts, and its words where the caller knows them better than the dictionary. */
export function Title({ text, segments }: { text: string | TextPart[]; segments?: string[] }) {
  const wordsOf = useContext(Words)
  const parts = typeof text === 'string' ? [{ text }] : text
  const words = segments ?? wordsOf?.(parts.map((part) => part.text).join(''))
  if (!words) return <Highlight parts={parts} />
  return (
    <span className="segmented">
      <Highlight parts={parts} words={words} />
    </span>
  )
}

/** Facts of one line in the order who, what, how much, until when; separators never begin or end a line. Empty ones are left out. */
export function Dots({ items, children, className }: { items?: ReactNode[]; children?: ReactNode; className?: string }) {
  const shown = Children.toArray(items ?? children)
  return (
    <span className={cx('dots', className)}>
      {shown.map((item, index) => (
        <span key={index}>{item}</span>
      ))}
    </span>
  )
}

/** Running text with a measure of 38 characters. */
export function Prose({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cx('prose', className)}>{children}</div>
}

const bullet = /^\s*[-–—•·*]\s*/

/** Plain text typed by people: each line is a paragraph, lines on end that begin with a dash or bullet are a list. */
export function ProseText({ text }: { text: string }) {
  const blocks: string[][] = []
  for (const line of text.split(/[\r\n]+/).filter((one) => one.trim())) {
    const last = blocks.at(-1)
    if (bullet.test(line) && last && bullet.test(last[0] ?? '')) last.push(line)
    else blocks.push([line])
  }
  return (
    <Prose>
      {blocks.map((lines, index) => (bullet.test(lines[0] ?? '') ? <ul key={index}>{lines.map((line, at) => <li key={at}>{line.replace(bullet, '')}</li>)}</ul> : <p key={index}>{lines[0]}</p>))}
    </Prose>
  )
}

/** Words for a screen reader alone. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>
}

/** A small remark in soft ink. */
export function Note({ children, className }: { children: ReactNode; className?: string }) {
  return <p className={cx('text-sm text-ink-soft', className)}>{children}</p>
}

/** What kind of record it is, and its number. */
export function Kind({ kind, number }: { kind: ReactNode; number?: ReactNode }) {
  return (
    <p className="text-sm whitespace-nowrap text-ink-soft">
      {kind}
      {number && <span className="figures ml-4">{number}</span>}
    </p>
  )
}

export function Tags({ tags }: { tags: string[] }) {
  return (
    <p className="mt-1 text-sm text-ink-soft">
      <Dots items={tags} />
    </p>
  )
}
