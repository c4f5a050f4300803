import { administratorOnly } from '~/domain/kernel/policy'

export const auditPolicy = { read: administratorOnly }
