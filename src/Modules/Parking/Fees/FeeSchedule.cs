namespace Modellstadt.Parking.Fees;

/// <summary>A town's fees over time: on each day at most one holds.</summary>
internal sealed class FeeSchedule
{
    private readonly IReadOnlyList<FeeRule> rules;

    /// <summary>Takes the rules of one town.</summary>
    /// <exception cref="InvalidDataException">
    /// A rule cannot be meant as it stands, a social tariff names no law that allows it, or two rules hold on the same day.
    /// </exception>
    public FeeSchedule(IEnumerable<FeeRule> rules)
    {
        this.rules = [.. rules.OrderBy(rule => rule.ValidFrom ?? DateOnly.MinValue)];
        if (this.rules.FirstOrDefault(rule => !rule.IsSound) is { } broken)
            throw new InvalidDataException($"The fee {broken.Id} has a negative or huge amount, a term without length or twice, or ends before it begins.");
        if (this.rules.FirstOrDefault(rule => rule.SocialTariffs.Any(tariff => !tariff.IsLawful)) is { } unlawful)
            throw new InvalidDataException($"The fee {unlawful.Id}: {SocialTariff.WhyUnlawful}");

        foreach (var (earlier, later) in this.rules.Zip(this.rules.Skip(1)))
        {
            if (earlier.ValidTo is null || later.ValidFrom is null || later.ValidFrom <= earlier.ValidTo)
                throw new InvalidDataException($"The fees {earlier.Id} and {later.Id} hold on the same day.");
        }
    }

    /// <summary>The rule of a day; null when the town has none.</summary>
    public FeeRule? On(DateOnly day) => rules.FirstOrDefault(rule => rule.HoldsOn(day));
}
