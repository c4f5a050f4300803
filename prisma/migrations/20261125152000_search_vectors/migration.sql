-- CreateTable
CREATE TABLE "SearchVector" (
    "id" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "writtenAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchVector_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SearchVector_writtenAt_idx" ON "SearchVector"("writtenAt");

-- AddForeignKey
ALTER TABLE "SearchVector" ADD CONSTRAINT "SearchVector_id_fkey" FOREIGN KEY ("id") REFERENCES "SearchRow"("id") ON DELETE CASCADE ON UPDATE CASCADE;
