import type { FoundParty } from '~/domain/contracts/assist.server'
import { natures, type Side } from '~/domain/contracts/schema'
import { scales } from '~/domain/organisations/schema'
import { Button, Duo, HiddenField, Note, OptionList, PartyCard, SelectField, TextField, useT } from '~/ui'
import { nameOf, textAt, type FormValues } from './values'

export type Found = { side: Side; q: string; parties: FoundParty[] } | null
type Props = { side: Side; values: FormValues; errors: Record<string, string>; found: Found }

const identity = ['organisationId', 'name', 'creditCode', 'nature', 'regionCode', 'region', 'scale'] as const

/** One party: a known organisation as a card, or found by name or code, or typed from its business licence. Works without a script. */
export function PartyFields({ side, values, errors, found }: Props) {
  const t = useT()
  const label = t(`contract.field.${side}`)
  const at = (name: string) => textAt(values, `${side}.${name}`)
  const field = (name: string) => ({ name: nameOf(`${side}.${name}`), label: t(`contract.party.${name}` as 'contract.party.name'), value: at(name), error: errors[`${side}.${name}`] })
  if (at('organisationId')) {
    // The register may know an organisation without its credit code; the registration form asks for it.
    const askCode = at('creditCode') === '' || Boolean(errors[`${side}.creditCode`])
    const nature = natures.find((one) => one === at('nature'))
    const note = [at('creditCode'), nature && t(`nature.${nature}`), [at('region'), at('regionCode')].filter(Boolean).join(' ')].filter(Boolean).join('　')
    return (
      <div className="field" id={`field-${side}-name-`}>
        <span className="field-label" id={`${side}-label`}>{label}</span>
        {errors[`${side}.name`] && <p className="field-error"><span>{errors[`${side}.name`]}</span></p>}
        <div className="field-body">
          {identity.filter((name) => !(askCode && name === 'creditCode')).map((name) => <HiddenField key={name} name={nameOf(`${side}.${name}`)} value={at(name)} />)}
          <PartyCard labelledBy={`${side}-label`} name={at('name')} note={note} action={<button className="as-link" name="intent" value={`change:${side}`} formAction="#parties" formNoValidate aria-label={t('contract.party.change.of', { side: t(`contract.side.${side}`) })}>{t('contract.party.change')}</button>} />
          {askCode && <TextField {...field('creditCode')} hint={t('contract.party.creditCode.missing')} spellCheck={false} />}
          <More side={side} values={values} errors={errors} />
        </div>
      </div>
    )
  }
  const here = found?.side === side ? found : null
  const byHand = identity.some((name) => at(name) !== '') || Object.keys(errors).some((path) => path.startsWith(`${side}.`)) || here?.parties.length === 0
  return (
    <div role="group" aria-labelledby={`${side}-label`}>
      <p className="field-label mt-6" id={`${side}-label`}>{label}</p>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow">
          <TextField name={nameOf(`find.${side}`)} label={t('contract.party.find.label', { side: t(`contract.side.${side}`) })} hint={t('contract.party.find.hint')} value={textAt(values, `find.${side}`)} autoComplete="off" />
        </div>
        <Button name="intent" value={`find:${side}`} formAction="#parties" formNoValidate label={t('contract.party.find.label', { side: t(`contract.side.${side}`) })}>{t('contract.party.find')}</Button>
      </div>
      {here && here.parties.length > 0 && (
        <div className="mt-3">
          <OptionList label={t('contract.party.found')} name={nameOf(`choose.${side}`)} value={here.parties[0]?.id} options={here.parties.map((party) => ({ value: party.id, label: party.name, note: optionNote(t, party) }))} />
          <Button className="mt-3" name="intent" value={`choose:${side}`} formAction="#parties" formNoValidate>{t('contract.party.choose')}</Button>
        </div>
      )}
      {here?.parties.length === 0 && <Note className="mt-2">{t('contract.party.none', { q: here.q })}</Note>}
      <details className="mt-4" open={byHand}>
        <summary>{t('contract.party.by_hand')}</summary>
        <TextField {...field('name')} />
        <Duo>
          <TextField {...field('creditCode')} hint={t('contract.party.creditCode.hint')} spellCheck={false} />
          <SelectField {...field('nature')} options={natures.map((value) => ({ value, label: t(`nature.${value}`) }))} />
        </Duo>
        <Duo>
          <TextField {...field('regionCode')} hint={t('contract.party.regionCode.hint')} />
          <SelectField {...field('scale')} optional options={scales.map((value) => ({ value, label: t(`contract.scale.${value}`) }))} />
        </Duo>
        <More side={side} values={values} errors={errors} />
      </details>
    </div>
  )
}

function optionNote(t: ReturnType<typeof useT>, party: FoundParty): string {
  const nature = natures.find((one) => one === party.nature)
  return [party.creditCode, nature && t(`nature.${nature}`), party.region, party.verified && t('contract.party.verified')].filter(Boolean).join('　')
}

/** What the form asks besides of each party; it may stay empty. */
function More({ side, values, errors }: Omit<Props, 'found'>) {
  const t = useT()
  const field = (name: 'address' | 'representative' | 'contactName' | 'contactPhone') => ({ name: nameOf(`${side}.${name}`), label: t(`contract.party.${name}`), value: textAt(values, `${side}.${name}`), error: errors[`${side}.${name}`], optional: true })
  const names = ['address', 'representative', 'contactName', 'contactPhone'] as const
  return (
    <details className="mt-3" open={names.some((name) => errors[`${side}.${name}`])}>
      <summary>{t('contract.party.more')}</summary>
      <TextField {...field('address')} />
      <TextField {...field('representative')} half />
      <Duo>
        <TextField {...field('contactName')} />
        <TextField {...field('contactPhone')} inputMode="tel" />
      </Duo>
    </details>
  )
}
