-- When people and brokers came into the lists: what a saved search tells of as new counts from then.
ALTER TABLE "Person" ADD COLUMN "listedAt" TIMESTAMPTZ(3);
ALTER TABLE "Broker" ADD COLUMN "activeAt" TIMESTAMPTZ(3);
UPDATE "Person" SET "listedAt" = "createdAt" WHERE "listed";
UPDATE "Broker" SET "activeAt" = "createdAt" WHERE "state" = 'active';
