using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.Changes;

/// <summary>A browser whose user has shown whose permit it is about. It ends by itself, or when its user signs out.</summary>
internal sealed class HolderSession
{
    /// <summary>How long it lasts: as long as the cookie of the browser.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    /// <summary>Identifier: that of the sign-in or the application by which the wallet was asked.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>SHA-256 of the secret of the browser.</summary>
    public required string BrowserHash { get; init; }

    /// <summary>The resident register's key of the person.</summary>
    public required string ResidentId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>A session that begins now.</summary>
    /// <param name="id">What led to it.</param>
    /// <param name="ags">The town.</param>
    /// <param name="browserSession">The secret of the browser that got the wallet's answer.</param>
    /// <param name="resident">Whom the answer means.</param>
    /// <param name="now">The present.</param>
    public static HolderSession Begin(Guid id, string ags, string browserSession, string resident, DateTimeOffset now) => new()
    {
        Id = id,
        Ags = ags,
        BrowserHash = BrowserHashes.Of(browserSession),
        ResidentId = resident,
        CreatedAt = now,
        ExpiresAt = now + Length,
    };
}
