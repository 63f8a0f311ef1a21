using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Registers;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId;

/// <summary>What follows when a wallet has shown the citizen ID: whom it means, and that this person is signed in in the browser that asked.</summary>
public sealed class ShownCitizenIds(Presentations presentations, CitizenIds citizenIds, CitizenSessions sessions)
{
    /// <summary>
    /// The proof behind a citizen ID is the identity document, shown when it was issued (in a demo: a made-up one). Where the keys of
    /// the wallet rest nobody proves when it is shown: they count like keys in a browser.
    /// </summary>
    private static readonly AssuranceLevel Level = AssuranceLevels.Of(AssuranceLevel.Substantial, KeyKeeping.Browser);

    /// <summary>Whom the wallet's answer to <see cref="CitizenIds.QueryFor"/> means; refused when it does not hold, or this town never gave the reference out.</summary>
    /// <param name="responseCode">The code with which the browser came back.</param>
    /// <param name="browserSession">The secret of the browser that asked.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Outcome<ResidentId>> RedeemAsync(string responseCode, string browserSession, CancellationToken cancellationToken)
    {
        var redeemed = await presentations.RedeemAsync(responseCode, browserSession, cancellationToken);
        if (!redeemed.Succeeded(out var presented, out var refusal))
            return refusal;

        var reference = presented[CitizenIds.QueryId].Claims[CitizenIds.ReferenceClaim]?.GetValue<string>();
        return await citizenIds.ResolveAsync(reference ?? "", cancellationToken);
    }

    /// <summary>Signs the person in; another session of this browser ends.</summary>
    /// <param name="cause">Identifier of the question that the wallet answered; the same one twice is one session.</param>
    /// <param name="resident">Whom the answer means.</param>
    /// <param name="browserSession">The secret of the browser that asked.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public Task SignInAsync(Guid cause, ResidentId resident, string browserSession, CancellationToken cancellationToken) =>
        sessions.OpenAsync(cause, resident.Value, Level, browserSession, cancellationToken);
}
