-- CreateTable
CREATE TABLE "MatchFit" (
    "id" UUID NOT NULL,
    "needId" UUID,
    "scenarioId" UUID,
    "candidateKind" "CandidateKind" NOT NULL,
    "candidateId" UUID NOT NULL,
    "score" DECIMAL(6,3) NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "MatchFit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchDigest" (
    "accountId" UUID NOT NULL,
    "weekly" BOOLEAN NOT NULL DEFAULT true,
    "mails" INTEGER NOT NULL DEFAULT 0,
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MatchDigest_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "MatchDigestHit" (
    "accountId" UUID NOT NULL,
    "targetId" UUID NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MatchDigestHit_pkey" PRIMARY KEY ("accountId","targetId")
);

-- CreateIndex
CREATE INDEX "MatchFit_candidateId_score_idx" ON "MatchFit"("candidateId", "score");

-- CreateIndex
CREATE INDEX "MatchFit_needId_idx" ON "MatchFit"("needId");

-- CreateIndex
CREATE INDEX "MatchFit_scenarioId_idx" ON "MatchFit"("scenarioId");

-- AddForeignKey
ALTER TABLE "MatchFit" ADD CONSTRAINT "MatchFit_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchFit" ADD CONSTRAINT "MatchFit_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "Scenario"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDigest" ADD CONSTRAINT "MatchDigest_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDigestHit" ADD CONSTRAINT "MatchDigestHit_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What no diff of the schema says: a row is of one target.
ALTER TABLE "MatchFit" ADD CONSTRAINT "MatchFit_one_target" CHECK (num_nonnulls("needId", "scenarioId") = 1);
