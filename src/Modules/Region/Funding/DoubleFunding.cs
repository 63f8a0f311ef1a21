using System.Numerics;

namespace Modellstadt.Region.Funding;

/// <summary>Whether the same cost is paid twice by grants, over all notices of the town.</summary>
internal static class DoubleFunding
{
    /// <summary>What was found, projects first.</summary>
    public static IReadOnlyList<DoubleFundingFinding> Check(IReadOnlyCollection<FundedNotice> notices) => [.. Projects(notices), .. Invoices(notices)];

    /// <summary>Projects that several programmes fund, with more than all of their costs in sum: the shares grant / costs add up to more than one.</summary>
    private static IEnumerable<ProjectFundedTwice> Projects(IReadOnlyCollection<FundedNotice> notices) =>
        from funded in notices.GroupBy(funded => funded.Notice.ProjectId)
        where funded.Select(one => one.Notice.Programme).Distinct().Count() > 1 && ExceedsWhole(funded.Select(one => (one.Plan.GrantCents, one.Plan.CostCents)))
        select new ProjectFundedTwice(funded.Key, [.. funded.Select(one => one.Notice)], funded.Sum(one => one.Plan.GrantCents), funded.Max(one => one.Plan.CostCents));

    /// <summary>Invoices that stand in several notices, or more than once in one. When the parts fit into the invoice they were shared, else they were paid twice.</summary>
    private static IEnumerable<InvoiceFoundTwice> Invoices(IReadOnlyCollection<FundedNotice> notices) =>
        from row in notices.SelectMany(funded => NoticeStanding.InForce(funded.Entries).Where(entry => entry.DocumentKey is not null).Select(entry => (funded.Notice, Entry: entry)))
        group row by row.Entry.DocumentKey into found
        where found.Count() > 1
        let whole = found.Min(row => row.Entry.DocumentCents ?? row.Entry.Cents)
        let charged = found.Sum(row => row.Entry.Cents)
        select new InvoiceFoundTwice([.. found.Select(row => (row.Notice, row.Entry))], charged, whole);

    /// <summary>Exact: no rounding lets a cent through.</summary>
    private static bool ExceedsWhole(IEnumerable<(long Part, long Whole)> shares)
    {
        var (numerator, denominator) = (BigInteger.Zero, BigInteger.One);
        foreach (var (part, whole) in shares)
            (numerator, denominator) = (numerator * whole + part * denominator, denominator * whole);
        return numerator > denominator;
    }
}

/// <summary>A notice with the figures that count and its entries.</summary>
internal sealed record FundedNotice(FundingNotice Notice, GrantPlan Plan, IReadOnlyList<FundingEntry> Entries);

/// <summary>Something that looks like double funding.</summary>
internal abstract record DoubleFundingFinding;

/// <summary>A project that several programmes fund beyond its costs.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Notices">The notices.</param>
/// <param name="GrantCents">All grants in sum.</param>
/// <param name="CostCents">The highest costs that one of them states.</param>
internal sealed record ProjectFundedTwice(string ProjectId, IReadOnlyList<FundingNotice> Notices, long GrantCents, long CostCents) : DoubleFundingFinding;

/// <summary>An invoice that is booked more than once.</summary>
/// <param name="Bookings">Where it stands.</param>
/// <param name="ChargedCents">What was charged of it in sum.</param>
/// <param name="WholeCents">What the whole invoice is about; the lowest statement counts.</param>
internal sealed record InvoiceFoundTwice(IReadOnlyList<(FundingNotice Notice, FundingEntry Entry)> Bookings, long ChargedCents, long WholeCents) : DoubleFundingFinding
{
    /// <summary>True when the parts fit into the invoice.</summary>
    public bool IsShared => ChargedCents <= WholeCents;
}
