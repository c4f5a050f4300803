import type { ReactNode } from 'react'
import { Button, TextArea, useT } from '~/ui'
import type { Returned } from '../shared/refused'
import { scopeOf } from './values'

type Props = { intent: string; label: string; back: Returned | null; children?: ReactNode; note?: ReactNode; stop?: boolean; reason?: boolean }

/** A decision in its own small form, opened by its name: what it asks, its reason, and what follows. */
export function Decision({ intent, label, back, children, note, stop, reason }: Props) {
  const t = useT()
  const scope = scopeOf(intent, back)
  return (
    <details className="mt-4" open={scope.open}>
      <summary>{label}</summary>
      <form method="post" noValidate>
        {children}
        {reason && <TextArea {...scope.field('reason', t('common.reason'))} hint={t('common.reason.hint')} max={300} rows={3} required />}
        {note && <p className="mt-2 text-sm text-ink-soft">{note}</p>}
        <Button variant={stop ? 'stop' : 'plain'} name="intent" value={intent} className="mt-3">{label}</Button>
      </form>
    </details>
  )
}
