using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Credentials;
using Modellstadt.Issuer.HolderChecks;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Issuer;

/// <summary>
/// Checks the codes that a wallet shows to a warden: <c>MSP1.{list}.{index}.{unix seconds}.{signature}</c>, signed with the
/// key of that copy, so that a photographed code is worthless after two minutes.
/// </summary>
public sealed class HolderCodes
{
    private const int MaxLength = 200;
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan MaxAhead = TimeSpan.FromSeconds(30);

    private readonly IDbContextFactory<IssuerDb> databases;
    private readonly TimeProvider time;

    internal HolderCodes(IDbContextFactory<IssuerDb> databases, TimeProvider time) => (this.databases, this.time) = (databases, time);

    /// <summary>The subject of the credential behind the code, or why the code is not accepted.</summary>
    /// <param name="code">The code as scanned.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Outcome<string>> CheckAsync(string code, CancellationToken cancellationToken)
    {
        if (Parse(code) is not { } parsed)
            return new NotAHolderCode();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var copy = await database.Copies.AsNoTracking()
            .SingleOrDefaultAsync(row => row.List == parsed.List && row.Position == parsed.Position, cancellationToken);
        if (copy is not { Subject: { } subject, HolderKey: { } holderKey } || !IsSignedBy(holderKey, parsed))
            return new UnknownHolderCode();

        var now = time.GetUtcNow();
        if (parsed.ShownAt < now - MaxAge)
            return new OldHolderCode();
        if (parsed.ShownAt > now + MaxAhead)
            return new FutureHolderCode();
        if (copy.RevokedAt is not null || copy.ExpiresAt <= now)
            return new EndedCredential();
        return copy.SuspendedAt is null ? subject : new SuspendedCredential();
    }

    private static ParsedCode? Parse(string code)
    {
        if (code.Length > MaxLength || code.Split('.') is not ["MSP1", var list, var position, var seconds, var signature])
            return null;
        if (!IsNumber(list, out var number) || !IsNumber(position, out var index) || !long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var shown))
            return null;
        return shown <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() && Base64Url.TryDecode(signature, out var bytes)
            ? new ParsedCode(number, index, DateTimeOffset.FromUnixTimeSeconds(shown), code[..code.LastIndexOf('.')], bytes)
            : null;
    }

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool IsSignedBy(string holderKey, ParsedCode code)
    {
        using var key = VerificationKey.Import(HolderKeys.Read(holderKey));
        return key.Verify(Encoding.ASCII.GetBytes(code.Signed), code.Signature);
    }

    private sealed record ParsedCode(int List, int Position, DateTimeOffset ShownAt, string Signed, byte[] Signature);
}
