using Modellstadt.Accounts.Passkeys;

namespace Modellstadt.Accounts.Storage;

/// <summary>A citizen's account: what stays when a means of signing in dies. One for each person and town, made at the first sign-in.</summary>
internal sealed class CitizenAccount : IPasskeyAccount
{
    public static PasskeyCookies Cookies => PasskeyCookies.OfCitizens;

    public required Guid Id { get; init; }

    public required string Ags { get; init; }

    /// <summary>The resident register's key of the person.</summary>
    public required string ResidentId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its owner signed in last: an account that nobody uses is deleted.</summary>
    public required DateTimeOffset LastUsedAt { get; set; }
}
