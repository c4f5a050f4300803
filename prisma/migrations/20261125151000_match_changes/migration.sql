-- CreateTable
CREATE TABLE "MatchedTarget" (
    "id" UUID NOT NULL,
    "needId" UUID,
    "scenarioId" UUID,
    "version" TEXT NOT NULL,
    "found" INTEGER NOT NULL,
    "short" BOOLEAN NOT NULL DEFAULT false,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MatchedTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchSeen" (
    "id" UUID NOT NULL,
    "kind" "CandidateKind" NOT NULL,
    "mark" TEXT NOT NULL DEFAULT '',
    "ownerIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "changedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MatchSeen_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchRun" (
    "id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedById" UUID,
    "startedBy" TEXT NOT NULL,

    CONSTRAINT "MatchRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchRunTarget" (
    "id" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "needId" UUID,
    "scenarioId" UUID,
    "doneAt" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "MatchRunTarget_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MatchedTarget_needId_key" ON "MatchedTarget"("needId");

-- CreateIndex
CREATE UNIQUE INDEX "MatchedTarget_scenarioId_key" ON "MatchedTarget"("scenarioId");

-- CreateIndex
CREATE INDEX "MatchSeen_changedAt_idx" ON "MatchSeen"("changedAt");

-- CreateIndex
CREATE INDEX "MatchRunTarget_needId_idx" ON "MatchRunTarget"("needId");

-- CreateIndex
CREATE INDEX "MatchRunTarget_scenarioId_idx" ON "MatchRunTarget"("scenarioId");

-- CreateIndex
CREATE UNIQUE INDEX "MatchRunTarget_runId_needId_key" ON "MatchRunTarget"("runId", "needId");

-- CreateIndex
CREATE UNIQUE INDEX "MatchRunTarget_runId_scenarioId_key" ON "MatchRunTarget"("runId", "scenarioId");

-- AddForeignKey
ALTER TABLE "MatchedTarget" ADD CONSTRAINT "MatchedTarget_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchedTarget" ADD CONSTRAINT "MatchedTarget_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "Scenario"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchRunTarget" ADD CONSTRAINT "MatchRunTarget_runId_fkey" FOREIGN KEY ("runId") REFERENCES "MatchRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchRunTarget" ADD CONSTRAINT "MatchRunTarget_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchRunTarget" ADD CONSTRAINT "MatchRunTarget_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "Scenario"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What no diff of the schema says: a row is of one target.
ALTER TABLE "MatchedTarget" ADD CONSTRAINT "MatchedTarget_one_target" CHECK (num_nonnulls("needId", "scenarioId") = 1);
ALTER TABLE "MatchRunTarget" ADD CONSTRAINT "MatchRunTarget_one_target" CHECK (num_nonnulls("needId", "scenarioId") = 1);

-- What was matched before says with which weights: the first start after this one sees that they are others, and has all matched again.
INSERT INTO "MatchedTarget" ("id", "needId", "scenarioId", "version", "found", "computedAt")
SELECT gen_random_uuid(), "needId", "scenarioId", min("weightsVersion"), count(*), max("updatedAt") FROM "Match" WHERE NOT "byHand" GROUP BY "needId", "scenarioId";
