using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts;

/// <summary>The citizen whose browser makes this request. Scoped.</summary>
public sealed class CurrentCitizen(CitizenSessions sessions, BrowserSession browser)
{
    /// <summary>Who has signed in with this browser; null when nobody has, or it is over.</summary>
    public Task<SignedInCitizen?> ReadAsync(CancellationToken cancellationToken) => sessions.FindAsync(browser.Existing, cancellationToken);

    /// <summary>Who has signed in with this browser at this level or above; null when nobody has.</summary>
    public async Task<SignedInCitizen?> ReadAsync(AssuranceLevel least, CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) is { } citizen && citizen.Level >= least ? citizen : null;
}
