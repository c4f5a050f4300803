-- CreateTable
CREATE TABLE "SearchRow" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "keywords" TEXT[],
    "who" TEXT[],
    "theme" TEXT,
    "field" TEXT,
    "industry" TEXT[],
    "area" TEXT,
    "modes" TEXT[],
    "selection" TEXT,
    "year" INTEGER NOT NULL,
    "opensAt" BIGINT NOT NULL,
    "closesAt" BIGINT NOT NULL,
    "postedAt" BIGINT NOT NULL,
    "fundingMin" DOUBLE PRECISION,
    "fundingMax" DOUBLE PRECISION,
    "funding" TEXT[],
    "tie" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "titleText" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "terms" tsvector NOT NULL,
    "writtenAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchRow_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SearchRow_terms_idx" ON "SearchRow" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "SearchRow_postedAt_tie_idx" ON "SearchRow"("postedAt" DESC, "tie");

-- Counting reads every row's codes and dates but no text: of a long row the texts are kept elsewhere, its codes never.
ALTER TABLE "SearchRow" SET (toast_tuple_target = 256);
ALTER TABLE "SearchRow"
  ALTER COLUMN "industry" SET STORAGE MAIN, ALTER COLUMN "modes" SET STORAGE MAIN, ALTER COLUMN "funding" SET STORAGE MAIN,
  ALTER COLUMN "type" SET STORAGE MAIN, ALTER COLUMN "theme" SET STORAGE MAIN, ALTER COLUMN "field" SET STORAGE MAIN,
  ALTER COLUMN "area" SET STORAGE MAIN, ALTER COLUMN "selection" SET STORAGE MAIN, ALTER COLUMN "titleText" SET STORAGE MAIN;
