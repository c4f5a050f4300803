import { defineConfig } from 'prisma/config'

/** Prisma's command line. The address comes from whoever calls it (see `app/cli/prisma.ts`), never from a file. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: {
    url: process.env.DATABASE_URL ?? 'postgresql://nowhere.invalid/none',
    shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL,
  },
})
