-- CreateTable
CREATE TABLE "MatchCandidate" (
    "id" TEXT NOT NULL,
    "candidateId" UUID NOT NULL,
    "kind" "CandidateKind" NOT NULL,
    "organisationId" UUID,
    "personIds" UUID[],
    "fields" TEXT[],
    "modes" TEXT[],
    "trl" INTEGER,
    "records" INTEGER NOT NULL,
    "availableFrom" DATE,
    "maxLoad" INTEGER,
    "profile" BYTEA NOT NULL,
    "version" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchCandidate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MatchCandidate_candidateId_key" ON "MatchCandidate"("candidateId");

-- CreateIndex
CREATE INDEX "MatchCandidate_version_hash_idx" ON "MatchCandidate"("version", "hash");

-- CreateIndex
CREATE INDEX "MatchCandidate_writtenAt_idx" ON "MatchCandidate"("writtenAt");

-- Bytes of a profile hardly get smaller: trying to compress them costs more than it brings.
ALTER TABLE "MatchCandidate" ALTER COLUMN "profile" SET STORAGE EXTERNAL;
