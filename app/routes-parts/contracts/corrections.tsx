import { correctable } from '~/domain/contracts/schema'
import { Notice, useT } from '~/ui'

type Item = { id: string; field: string; note: string }

/** Each field that the reviewer wants corrected, and why. */
export function Corrections({ items }: { items: Item[] }) {
  const t = useT()
  if (items.length === 0) return null
  const name = (field: string) => {
    const known = correctable.find((one) => one === field)
    return known ? t(`contract.field.${known}`) : field
  }
  return (
    <Notice tone="stop" className="mt-4" title={t('contract.part.corrections')}>
      <dl>
        {items.map((item) => (
          <div key={item.id}>
            <dt className="font-bold">{name(item.field)}</dt>
            <dd>{item.note}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}
