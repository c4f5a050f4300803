-- CreateEnum
CREATE TYPE "SearchWordKind" AS ENUM ('synonym', 'question', 'edge');

-- CreateTable
CREATE TABLE "SearchWord" (
    "id" UUID NOT NULL,
    "kind" "SearchWordKind" NOT NULL,
    "line" TEXT NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SearchWord_kind_line_key" ON "SearchWord"("kind", "line");
