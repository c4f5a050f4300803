-- Two contracts that look alike and of which a reviewer said that they are two; the smaller id comes first.
CREATE TABLE "ContractApart" (
    "contractId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "actorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ContractApart_pkey" PRIMARY KEY ("contractId", "otherId"),
    CONSTRAINT "ContractApart_in_order" CHECK ("contractId" < "otherId")
);
ALTER TABLE "ContractApart" ADD CONSTRAINT "ContractApart_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ContractApart" ADD CONSTRAINT "ContractApart_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;
