import { isMessageKey, type Translate } from '~/i18n'

const word = (t: Translate, ...keys: string[]) => {
  const found = keys.find(isMessageKey)
  return found && t(found)
}

export function entityWord(t: Translate, entity: string): string {
  return word(t, `audit.entity.${entity}`) ?? entity
}

/** `account.disable` in words: what was done, or the state that was reached; the code itself where there are none. */
export function operationWord(t: Translate, operation: string): string {
  const [area = '', step = ''] = operation.split('.')
  return word(t, `audit.verb.${step}`, `audit.verb.${step.replace(/_again$/, '')}`, `${area}.state.${step}`) ?? operation
}

export function fieldWord(t: Translate, entity: string, name: string): string {
  return word(t, ...(entity === 'district' ? [`settings.${name}`] : []), `audit.detail.${name}`, `${entity}.field.${name}`, `list.field.${name}`, `${entity}.${name}`) ?? name
}

/** A role, measure or yes and no in words; anything else as it was kept. */
export function valueWord(t: Translate, name: string, value: string): string {
  if (value === '') return t('audit.empty_value')
  if (name === 'role') return word(t, `role.${value}`) ?? value
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'common.yes' : 'common.no')
  if (name === 'frequency') return word(t, `saved.frequency.${value}`) ?? value
  return word(t, `settings.${name}.${value}`) ?? (name === 'measure' ? word(t, `statistics.measure.${value}`) : undefined) ?? value
}
