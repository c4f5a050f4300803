-- AlterTable
ALTER TABLE "District" ADD COLUMN     "suggestionsPerCandidate" INTEGER NOT NULL DEFAULT 8,
ALTER COLUMN "notifyFromScore" SET DEFAULT 75;

-- AlterTable
ALTER TABLE "Match" ADD COLUMN     "correctedAt" TIMESTAMPTZ(3),
ADD COLUMN     "correctedBy" TEXT,
ADD COLUMN     "pinned" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "ranking" DOUBLE PRECISION NOT NULL DEFAULT 0;
