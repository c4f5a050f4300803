-- A file of contracts on its way into the register, row by row, so that what is wrong can be mended in place and a whole import undone.
ALTER TABLE "Contract" ADD COLUMN "importKey" TEXT;
CREATE UNIQUE INDEX "Contract_importKey_key" ON "Contract"("importKey");

CREATE TABLE "ImportBatch" (
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "sheet" TEXT NOT NULL DEFAULT '',
    "hidden" TEXT[],
    "headerLine" INTEGER NOT NULL,
    "headers" TEXT[],
    "mapping" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'received',
    "total" INTEGER NOT NULL DEFAULT 0,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "createdById" UUID,
    "createdBy" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "writtenAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ImportBatch_createdAt_idx" ON "ImportBatch"("createdAt");

CREATE TABLE "ImportRow" (
    "batchId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'unchecked',
    "problems" JSONB NOT NULL DEFAULT '[]',
    "notes" JSONB NOT NULL DEFAULT '[]',
    "contractId" UUID,
    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("batchId", "line")
);
CREATE INDEX "ImportRow_contractId_idx" ON "ImportRow"("contractId");
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "ImportMapping" (
    "header" TEXT NOT NULL,
    "path" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "ImportMapping_pkey" PRIMARY KEY ("header")
);
