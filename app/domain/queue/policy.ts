import { administratorOnly } from '~/domain/kernel/policy'

export const queuePolicy = { read: administratorOnly, retry: administratorOnly, compareIndex: administratorOnly }
