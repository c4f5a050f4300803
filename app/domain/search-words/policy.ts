import { administratorOnly } from '~/domain/kernel/policy'

export const searchWordPolicy = { read: administratorOnly, change: administratorOnly }
