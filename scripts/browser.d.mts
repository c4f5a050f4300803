/** The path of a Chromium, or null. */
export function findBrowser(): string | null
/** The same, installing one where there is none; ends the process when that fails. */
export function browser(): string
