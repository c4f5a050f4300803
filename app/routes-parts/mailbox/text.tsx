import { Prose } from '~/ui'

/** A mail's plain text: an empty line begins a paragraph, an address can be followed. */
export function MailText({ text }: { text: string }) {
  const paragraphs = text.split(/\n{2,}/).map((one) => one.trim()).filter(Boolean)
  return (
    <Prose className="mt-6">
      {paragraphs.map((paragraph, index) => (
        <p key={index}>
          {paragraph.split(/(https?:\/\/\S+)/).map((part, at) => (at % 2 === 1 ? <a key={at} href={part}>{part}</a> : part))}
        </p>
      ))}
    </Prose>
  )
}
