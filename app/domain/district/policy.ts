import { administratorOnly } from '~/domain/kernel/policy'

export const districtPolicy = { readSettings: administratorOnly, changeSettings: administratorOnly, changeLists: administratorOnly, changeCalendar: administratorOnly }
