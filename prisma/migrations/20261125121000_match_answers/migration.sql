-- CreateEnum
CREATE TYPE "MatchSide" AS ENUM ('owner', 'candidate', 'bureau');

-- CreateTable
CREATE TABLE "MatchAnswer" (
    "matchId" UUID NOT NULL,
    "side" "MatchSide" NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "why" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "actorName" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MatchAnswer_pkey" PRIMARY KEY ("matchId","side")
);

-- AddForeignKey
ALTER TABLE "MatchAnswer" ADD CONSTRAINT "MatchAnswer_matchId_fkey" FOREIGN KEY ("matchId") REFERENCES "Match"("id") ON DELETE CASCADE ON UPDATE CASCADE;
