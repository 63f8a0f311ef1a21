// Our own, over RFC 9052 §4.2 (COSE_Sign1), RFC 8392 (CWT claims 1 and 4), RFC 9596 §2 (typ), RFC 9285 (Base45); see ADR 24.
using System.Globalization;
using System.Text;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Parking.Counter.Slips;

/// <summary>What the seal on a slip says: nothing about the person.</summary>
/// <param name="Ags">Amtlicher Gemeindeschlüssel of the town.</param>
/// <param name="PermitNumber">Number of the permit.</param>
/// <param name="Plates">The plates, as they stand on the cars.</param>
/// <param name="Zone">The zone.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
internal sealed record SlipSeal(string Ags, string PermitNumber, string Plates, string Zone, DateOnly From, DateOnly Until)
{
    /// <summary>How every seal begins: whoever scans a code knows what it is.</summary>
    public const string Prefix = "MSS1:";

    private const string Type = "application/vnd.modellstadt.slip+cwt";
    private const int Issuer = 1;
    private const int ExpirationTime = 4;
    private const int KeyIdLength = 8;
    private const int LongestText = 512;
    private const ulong Sign1Tag = 18;

    private static readonly CborLimits Limits = new(MaxBytes: 400, MaxDepth: 4, MaxItems: 40);

    /// <summary>The seal as the text of a QR code.</summary>
    public string Sign(SigningKey key)
    {
        var claims = CborItem.Map(
            CborEntry.Of(Issuer, CborItem.Of(Ags)),
            CborEntry.Of(ExpirationTime, CborItem.Of(TownCalendar.EndOf(Until).ToUnixTimeSeconds())),
            CborEntry.Of("n", CborItem.Of(PermitNumber)),
            CborEntry.Of("p", CborItem.Of(Plates)),
            CborEntry.Of("z", CborItem.Of(Zone)),
            CborEntry.Of("f", CborItem.Of(TownCalendar.Iso(From))),
            CborEntry.Of("u", CborItem.Of(TownCalendar.Iso(Until))));
        var headers = new CoseParameters
        {
            Protected = [CborEntry.Of(CoseLabels.KeyId, CborItem.Of(KeyIdOf(key.PublicKey))), CborEntry.Of(CoseLabels.Type, CborItem.Of(Type))],
        };
        return Prefix + Base45.Encode(CborItem.Tag(Sign1Tag, CoseSign1.Sign(claims.Encoded, key, headers)).Encoded.Span);
    }

    /// <summary>Checks a seal with the town's public keys alone: no network, no clock. Whether its days are over, and whether the town took the permit back, says who knows the day and the town.</summary>
    /// <param name="text">What the QR code carries.</param>
    /// <param name="ags">The town whose seal it must be.</param>
    /// <param name="keys">The town's public keys.</param>
    public static Checked<SlipSeal> Verify(string text, string ags, IEnumerable<VerificationKey> keys)
    {
        if (text.Length > LongestText || !text.StartsWith(Prefix, StringComparison.Ordinal) || Base45.Decode(text.AsSpan(Prefix.Length)) is not { } bytes)
            return Refuse("The code is no seal.");
        if (!StrictCbor.Parse(bytes, Limits).TryGetValue(out var item, out var error))
            return error;
        if (item.TagNumber != Sign1Tag)
            return Refuse("The seal is not a tagged COSE_Sign1.");
        if (!CoseSign1.Parse(item).TryGetValue(out var message, out error))
            return error;
        if (message.Headers.Protected.Member(CoseLabels.Type)?.Text != Type)
            return new ProtocolError(ErrorCodes.Type, "RFC 9596 §2", $"typ is not {Type}.");

        var kid = message.Headers.Protected.Member(CoseLabels.KeyId)?.Bytes;
        if (kid is not { } named || keys.FirstOrDefault(key => named.Span.SequenceEqual(KeyIdOf(key.PublicKey))) is not { } known)
            return new ProtocolError(ErrorCodes.Signature, "RFC 9052 §3.1", "kid names no key of this town.");
        return message.Verify(known).Then(content => StrictCbor.Parse(content.Bytes, Limits)).Then(claims => Read(claims, ags));
    }

    private static Checked<SlipSeal> Read(CborItem claims, string ags)
    {
        if (claims.Member(Issuer)?.Text is not { } issuer || issuer != ags)
            return Refuse("The seal is of another town.");
        if (claims.Member("n")?.Text is not { } number || claims.Member("p")?.Text is not { } plates || claims.Member("z")?.Text is not { } zone)
            return Refuse("Number, plates or zone are missing.");
        return DayOf(claims.Member("f")) is { } from && DayOf(claims.Member("u")) is { } until
            ? new SlipSeal(issuer, number, plates, zone, from, until)
            : Refuse("The days are missing.");
    }

    private static DateOnly? DayOf(CborItem? day) =>
        DateOnly.TryParseExact(day?.Text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found : null;

    private static byte[] KeyIdOf(JsonWebKey key) => Encoding.ASCII.GetBytes(key.Thumbprint[..KeyIdLength]);

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Malformed, "ADR 24", detail);
}
