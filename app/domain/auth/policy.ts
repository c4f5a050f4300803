import { anyone, signedIn, type Policy } from '~/domain/kernel/policy'

/** Registering, confirming and resetting are for whoever holds the address or the link; one's own sessions and password for who is signed in. */
export const authPolicy = { register: anyone, confirm: anyone, requestReset: anyone, reset: anyone, own: signedIn } satisfies Record<string, Policy<unknown>>
