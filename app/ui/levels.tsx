import { createContext, useContext, type ReactNode } from 'react'

const Level = createContext<2 | 3>(2)

/** The heading level of a list's rows: 2 right under the page's name, 3 within a part that has a heading of its own. */
export function useRowLevel(): 2 | 3 {
  return useContext(Level)
}

/** Everything within stands under a heading of level 2. */
export function Under({ children }: { children: ReactNode }) {
  return <Level.Provider value={3}>{children}</Level.Provider>
}
