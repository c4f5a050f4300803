/** No page is hydrated; Remix asks for this file, and no page loads it. */
export {}
