using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Rules;

/// <summary>What can be wrong with the fees of a rule book.</summary>
internal static class CheckFees
{
    // The car of the published example of Aachen.
    private const int SampleLength = 4_284;
    private const int SampleWidth = 1_789;

    /// <summary>Everything that was found.</summary>
    public static IEnumerable<RuleFinding> Of(RuleBook book, DateOnly day)
    {
        foreach (var fee in book.Fees)
        {
            if (!fee.IsSound)
                yield return new RuleFinding.FeeBroken(fee.Id);
            foreach (var tariff in fee.SocialTariffs.Where(tariff => !tariff.IsLawful))
                yield return new RuleFinding.TariffUnlawful(fee.Id, tariff.Name);
        }

        var sorted = book.Fees.OrderBy(fee => fee.ValidFrom ?? DateOnly.MinValue).ToArray();
        foreach (var (earlier, later) in sorted.Zip(sorted.Skip(1)))
        {
            if (earlier.ValidTo is null || later.ValidFrom is null || later.ValidFrom <= earlier.ValidTo)
                yield return new RuleFinding.FeesOverlap(earlier.Id, later.Id);
        }

        foreach (var finding in OfDay(book, sorted.FirstOrDefault(fee => fee.IsSound && fee.HoldsOn(day))))
            yield return finding;
    }

    private static IEnumerable<RuleFinding> OfDay(RuleBook book, FeeRule? fee)
    {
        var zones = book.Zones.Where(zone => zone.Status is ZoneStatus.InForce).Select(zone => zone.ZoneId).ToArray();
        var priced = zones.Where(zone => fee?.TermsIn(zone).Any(months => Price(fee, months, zone) is not null) is true).ToArray();
        if (fee is null || priced is [])
        {
            yield return new RuleFinding.FeeUnknown();
            yield break;
        }

        foreach (var zone in zones.Except(priced))
            yield return new RuleFinding.ZoneWithoutFee(zone, fee.Id);
        var terms = fee.TermsIn(priced[0]);
        foreach (var (shorter, longer) in terms.Zip(terms.Skip(1)).Where(pair => Price(fee, pair.Second, priced[0]) < Price(fee, pair.First, priced[0])))
            yield return new RuleFinding.LongerTermCheaper(fee.Id, longer, shorter);
    }

    private static decimal? Price(FeeRule fee, int months, string zone) => (fee.Answer(new FeeQuestion(months, zone, SampleLength, SampleWidth)) as FeeAnswer.Amount)?.Euros;
}
