import { env } from '~/env.server'
import type { Parts } from './parts'

/** Says where everything is and which accounts to try. */
export function announce({ url, values, parts }: { url: string; values: Record<string, string>; parts: Parts }): void {
  const { DATABASE_URL, MEILISEARCH_HOST, SMTP_URL, PORTAL_MODE, SAMPLE_PASSWORD } = env()
  const lines = [
    `  portal       ${url}`,
    `  PostgreSQL   ${(DATABASE_URL ?? '').replace(/:[^:@/]*@/, ':…@')}`,
    `  Meilisearch  ${MEILISEARCH_HOST}`,
    `  mail         ${parts.mailboxUrl ? `${parts.mailboxUrl} (development mailbox, also at ${url}/dev/mailbox)` : (SMTP_URL ?? '').replace(/:[^:@/]*@/, ':…@')}`,
  ]
  if (PORTAL_MODE === 'demo') {
    lines.push(`  accounts     bureau@ reviewer@ department@ enterprise@ researcher@ institute@ broker@example.com`)
    lines.push(`  password     ${values.SAMPLE_PASSWORD ?? SAMPLE_PASSWORD}`)
  }
  for (const note of parts.notes) lines.push(`  note         ${note}`)
  console.log(`\n永创汇 is running. Ctrl-C stops everything that was started.\n\n${lines.join('\n')}\n`)
}
