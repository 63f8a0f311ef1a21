// ARF Annex 2 Topic 10, ISSU_40 (choosing a method), ISSU_43 to ISSU_57 (methods A to D); ETSI TS 119 472-3 §4.2.4.2.
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>One copy of a credential and how often it was shown.</summary>
/// <param name="Id">The wallet's own name of the copy.</param>
/// <param name="Shown">How often.</param>
/// <param name="Verifier">To whom, where each verifier has a copy of its own; null for a copy that nobody has yet.</param>
public sealed record CopyUse(string Id, int Shown = 0, string? Verifier = null);

/// <summary>Which copy is shown next, and what the wallet stores before it leaves.</summary>
/// <param name="Id">The copy.</param>
/// <param name="After">The uses from now on.</param>
public sealed record CopyChoice(string Id, CopyReuse After);

/// <summary>
/// The uses of the copies of one credential under the issuer's policy. A value: nothing changes until the wallet stores what
/// <see cref="Choose"/> returns.
/// </summary>
/// <param name="Option">The method that counts here, with its numbers.</param>
/// <param name="Copies">The copies.</param>
/// <param name="ExpiresAt">When they end; null for never.</param>
public sealed record CopyReuse(ReuseOption Option, IReadOnlyList<CopyUse> Copies, DateTimeOffset? ExpiresAt)
{
    /// <summary>Copies that were never shown.</summary>
    public int Unused => Copies.Count(copy => copy.Shown == 0);

    /// <summary>How many showings are left, for people to see; null when there is no limit.</summary>
    public int? Left => Option.Method is ReuseMethod.OnceOnly or ReuseMethod.PerRelyingParty ? Unused : null;

    /// <summary>
    /// The copy to show. Null when none is left: the wallet fetches more, or, if it cannot, says so and goes on with
    /// <see cref="Repeat"/>.
    /// </summary>
    /// <param name="verifier">Who will see it, by a name that stays the same, for example its client identifier.</param>
    /// <param name="random">Chooses among equal ones, so that the order tells nothing.</param>
    public CopyChoice? Choose(string verifier, RandomFill random)
    {
        var candidates = Option.Method switch
        {
            ReuseMethod.OnceOnly => Copies.Where(copy => copy.Shown == 0),
            ReuseMethod.LimitedTime => Copies.Take(1),
            // Those of the round that has begun; after the last one all begin again.
            ReuseMethod.RotatingBatch => Copies.Where(copy => copy.Shown == Copies.Min(each => each.Shown)),
            _ => Copies.Any(copy => copy.Verifier == verifier) ? Copies.Where(copy => copy.Verifier == verifier) : Copies.Where(copy => copy.Verifier is null),
        };
        return candidates.ToList() is { Count: > 0 } found ? Show(found[Draw(found.Count, random)], verifier) : null;
    }

    /// <summary>
    /// A copy that was shown before, when none is left and no more can be had (ISSU_47): the one that was shown most often, so that no
    /// further one is given away. Null when there are no copies at all.
    /// </summary>
    public CopyChoice? Repeat(string verifier) => Copies.MaxBy(copy => copy.Shown) is { } copy ? Show(copy, copy.Verifier ?? verifier) : null;

    /// <summary>True when it is time to ask the issuer for more.</summary>
    public bool NeedsMore(DateTimeOffset now) =>
        (Left <= Option.UnusedLeft) || (Option.LifetimeLeft is { } left && ExpiresAt is { } end && end - now <= left);

    private CopyChoice Show(CopyUse shown, string verifier)
    {
        var after = shown with { Shown = shown.Shown + 1, Verifier = Option.Method is ReuseMethod.PerRelyingParty ? verifier : null };
        return new CopyChoice(shown.Id, this with { Copies = [.. Copies.Select(copy => copy == shown ? after : copy)] });
    }

    private static int Draw(int count, RandomFill random)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        random(bytes);
        // 32 bits over a handful of copies: the bias is below one in a hundred million.
        return (int)(BitConverter.ToUInt32(bytes) % (uint)count);
    }
}
