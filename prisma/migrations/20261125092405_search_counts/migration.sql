-- CreateTable
CREATE TABLE "SearchCount" (
    "query" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SearchCount_pkey" PRIMARY KEY ("query","day")
);

-- CreateIndex
CREATE INDEX "SearchCount_day_idx" ON "SearchCount"("day");

