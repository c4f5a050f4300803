/** Whether a text is an id of ours: what an address holds may as well be a number, and the database refuses to compare any other text with an id. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
