import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export const alias = [
  { find: /^~\//, replacement: here('./app/') },
  { find: /^#prisma\//, replacement: here('./prisma/') },
  { find: /^#search\//, replacement: here('./search/') },
  { find: /^#emails\//, replacement: here('./emails/') },
  { find: /^#tests\//, replacement: here('./tests/') },
]

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      ignoredRouteFiles: ['**/*.test.*'],
      future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_lazyRouteDiscovery: true, v3_singleFetch: true, v3_routeConfig: true },
    }),
  ],
  resolve: { alias },
  build: { target: 'es2022', assetsInlineLimit: 0 },
})
