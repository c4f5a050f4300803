-- AlterTable
ALTER TABLE "IndexState" ADD COLUMN     "comparedAt" TIMESTAMPTZ(3),
ADD COLUMN     "differed" INTEGER;
