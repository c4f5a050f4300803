import { frequencies } from '~/domain/saved-searches/rules'
import type { SavedSearchView } from '~/domain/saved-searches/service.server'
import { Button, ErrorSummary, FormEnd, Link, Notice, RadioGroup, Section, TextField, useFormat, useT, useUi } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

type Props = {
  /** Where mails would go; null for a visitor. */
  email: string | null
  saved: SavedSearchView | null
  /** The search in words, as a name to begin with. */
  words: string
  /** What the page lists was widened, so that none of it would be mailed. */
  widened: boolean
  back: Returned | null
}

/** Saving a search in one step; or how it is saved, and when it mails to which address. */
export function SaveSearch({ email, saved, words, widened, back }: Props) {
  const t = useT()
  const format = useFormat()
  const { search } = useUi()
  if (email === null) {
    return (
      <Section title={t('saved.save')} id="save">
        <p className="mt-2">{t('saved.save.login.lead')}</p>
        <p className="mt-4"><Button to={`/login?to=${encodeURIComponent(`/search${search}#save`)}`}>{t('saved.save.login')}</Button></p>
      </Section>
    )
  }
  if (saved && !back) {
    return (
      <Section title={t('saved.is_saved')} id="save">
        <Notice tone="calm" role="status" className="mt-4" title={t('saved.saved', { name: saved.name })} actions={[{ to: `/account/searches/${saved.id}`, label: t('saved.change') }, { to: '/account/searches', label: t('saved.open_list') }]}>
          <p>{t(`saved.when.${saved.frequency}`, { email })}{saved.mailedAt && ` ${t('saved.mailed', { time: format.dateTime(new Date(saved.mailedAt)), count: format.count(saved.mailedCount) })}`}</p>
        </Notice>
      </Section>
    )
  }
  return (
    <Section title={t('saved.save')} id="save" actions={<Link to="/account/searches">{t('saved.open_list')}</Link>}>
      <p className="mt-2">{t('saved.save.lead')}{widened && ` ${t('saved.save.strict')}`}</p>
      <form method="post" noValidate className="mt-4 max-w-measure">
        <SearchFields back={back} name={[...(words || t('saved.everything'))].slice(0, 60).join('')} frequency="daily" />
        <FormEnd note={t('saved.save.note', { email })}>
          <Button name="intent" value="save">{t('saved.save.action')}</Button>
        </FormEnd>
      </form>
    </Section>
  )
}

/** A saved search's name, and how often it is mailed. */
export function SearchFields({ back, name, frequency }: { back: Returned | null; name: string; frequency: string }) {
  const t = useT()
  const labels = { name: t('saved.field.name'), frequency: t('saved.field.frequency') }
  return (
    <>
      <ErrorSummary errors={summary(back, labels)} />
      <TextField name="name" label={labels.name} hint={t('saved.field.name.hint')} value={typed(back, 'name', name)} error={back?.errors.name} required />
      <RadioGroup name="frequency" label={labels.frequency} value={typed(back, 'frequency', frequency)} error={back?.errors.frequency} options={frequencies.map((value) => ({ value, label: t(`saved.frequency.${value}`), hint: t(`saved.frequency.${value}.hint`) }))} columns={2} required />
    </>
  )
}
