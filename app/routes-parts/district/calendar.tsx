import { Button, Checkbox, DataTable, DateField, Duo, EmptyState, ErrorSummary, HiddenField, Note, Section, StateTag, TextField, useFormat, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

type Day = { day: string; working: boolean; name: string | null }

/** Holidays and make-up days from today on; each can be taken out. */
export function CalendarDays({ days }: { days: Day[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Section id="upcoming" title={t('calendar.upcoming')}>
      {days.length === 0 ? (
        <EmptyState title={t('calendar.none')} />
      ) : (
        <div className="mt-3"><DataTable
          caption={t('calendar.upcoming')}
          hideCaption
          rows={days}
          rowKey={({ day }) => day}
          columns={[
            { key: 'day', head: t('calendar.column.day'), cell: ({ day }) => <time dateTime={day}>{`${format.date(day, { year: true })} ${format.weekday(day)}`}</time> },
            { key: 'kind', head: t('calendar.column.kind'), cell: ({ working }) => <StateTag tone={working ? 'open' : 'shut'}>{t(working ? 'calendar.working' : 'calendar.off')}</StateTag> },
            { key: 'name', head: t('calendar.column.name'), cell: ({ name }) => name },
            {
              key: 'remove',
              head: t('calendar.column.remove'),
              cell: ({ day }) => (
                <form method="post">
                  <HiddenField name="day" value={day} />
                  <Button small variant="stop" className="whitespace-nowrap" name="intent" value="remove" label={`${t('calendar.remove')} ${format.date(day, { year: true })}`}>{t('calendar.remove')}</Button>
                </form>
              ),
            },
          ]}
        /></div>
      )}
    </Section>
  )
}

/** Adds a holiday of one or several days, or a make-up working day. */
export function AddDays({ back }: { back: Returned | null }) {
  const t = useT()
  const labels = { first: t('calendar.field.first'), last: t('calendar.field.last'), name: t('calendar.field.name') }
  const of = (name: keyof typeof labels) => ({ name, label: labels[name], value: typed(back, name, ''), error: back?.errors[name] ?? undefined })
  return (
    <Section id="add" title={t('calendar.add')}>
      <form method="post" noValidate className="max-w-measure">
        <ErrorSummary errors={summary(back, labels)} />
        <Duo>
          <DateField {...of('first')} required />
          <DateField {...of('last')} hint={t('calendar.field.last.hint')} optional />
        </Duo>
        <TextField {...of('name')} hint={t('calendar.field.name.hint')} autoComplete="off" half optional />
        <Checkbox name="working" label={t('calendar.field.working')} hint={t('calendar.field.working.hint')} checked={typed(back, 'working', '') !== ''} />
        <Note className="mt-3">{t('calendar.add.note')}</Note>
        <Button variant="main" className="mt-3" name="intent" value="add">{t('calendar.add.action')}</Button>
      </form>
    </Section>
  )
}
