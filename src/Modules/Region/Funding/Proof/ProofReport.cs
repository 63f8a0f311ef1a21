namespace Modellstadt.Region.Funding.Proof;

/// <summary>What the ledger knows for the factual report and the result, the same on paper and in the file.</summary>
internal static class ProofReport
{
    /// <summary>Categories on which another sum was spent than planned; a sentence when there is none.</summary>
    public static IEnumerable<string> Deviations(ProofOfUse proof, ProofTexts words, FundingTexts funding) =>
        proof.Expenditure.Where(cost => cost.LeftCents != 0)
            .Select(cost => words.MoreOrLess(funding.NameOf(cost.Category), funding.Money(cost.PlannedCents), funding.Money(cost.SpentCents)))
            .DefaultIfEmpty(words.NoDeviation);

    /// <summary>What partners spent.</summary>
    public static IEnumerable<string> Partners(ProofOfUse proof, ProofTexts words, FundingTexts funding) =>
        proof.Standing.Partners.Select(partner => words.SpentBy(partner.Name, funding.Money(partner.SpentCents), funding.Money(partner.PlannedCents)));

    /// <summary>What came, what went, and what is left or owed, euro cents.</summary>
    public static IEnumerable<(string Label, long Cents)> Result(ProofOfUse proof, ProofTexts words) =>
    [
        (words.ReceivedInSum, proof.Standing.Sums.ReceivedCents),
        (words.SpentInSum, proof.Standing.Sums.SpentCents),
        (words.Balance, proof.Standing.Sums.BalanceCents),
        (words.Outstanding, proof.Standing.Settlement.OutstandingCents),
        (words.Repay, proof.Standing.Settlement.RepayCents),
    ];
}
