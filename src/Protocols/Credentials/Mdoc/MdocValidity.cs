// ISO/IEC 18013-5 §9.1.2.4 (ValidityInfo).
using Modellstadt.Protocols.Credentials.Cbor;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>When an mdoc was signed and when it may be used; cut to seconds when written.</summary>
/// <param name="Signed">`signed`. An issuer rounds it, otherwise it tells two presentations of one person apart from others.</param>
/// <param name="From">`validFrom`, not before <paramref name="Signed"/>.</param>
/// <param name="Until">`validUntil`, after <paramref name="From"/>.</param>
public sealed record MdocValidity(DateTimeOffset Signed, DateTimeOffset From, DateTimeOffset Until)
{
    private const string Section = "ISO/IEC 18013-5 §9.1.2.4";

    /// <summary>`expectedUpdate`: when the issuer expects to sign anew, or null.</summary>
    public DateTimeOffset? ExpectedUpdate { get; init; }

    /// <summary>Reads `validityInfo`.</summary>
    internal static Checked<MdocValidity> Parse(CborItem? item)
    {
        var update = item?.Member("expectedUpdate");
        if (item?.Member("signed")?.Instant() is not { } signed
            || item.Member("validFrom")?.Instant() is not { } from
            || item.Member("validUntil")?.Instant() is not { } until
            || (update is not null && update.Instant() is null))
            return new ProtocolError(ErrorCodes.Claim, Section, "validityInfo lacks a time, or one is no tdate in UTC without fractions.");
        return signed <= from && from < until
            ? new MdocValidity(signed, from, until) { ExpectedUpdate = update?.Instant() }
            : new ProtocolError(ErrorCodes.Claim, Section, "The times of validityInfo are out of order.");
    }

    internal CborItem ToItem()
    {
        List<CborEntry> entries =
        [
            CborEntry.Of("signed", CborDates.Of(Signed)),
            CborEntry.Of("validFrom", CborDates.Of(From)),
            CborEntry.Of("validUntil", CborDates.Of(Until)),
        ];
        if (ExpectedUpdate is { } update)
            entries.Add(CborEntry.Of("expectedUpdate", CborDates.Of(update)));
        return CborItem.Map(entries);
    }
}
