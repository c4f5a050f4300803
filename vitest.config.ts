import { defineConfig } from 'vitest/config'
import { alias } from './vite.config'

const unit = ['app/**/*.test.{ts,tsx}', 'search/**/*.test.ts', 'emails/**/*.test.{ts,tsx}', 'prisma/seed/**/*.test.ts']

export default defineConfig({
  resolve: { alias },
  test: {
    coverage: { provider: 'v8', include: ['app/domain/**', 'search/**', 'emails/**', 'app/jobs/**'] },
    projects: [
      { resolve: { alias }, test: { name: 'unit', include: unit, testTimeout: 20_000 } },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/services.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/services-with-sample.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
