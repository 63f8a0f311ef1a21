using Modellstadt.Accounts;
using Modellstadt.CitizenId.OtherTowns;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId;

/// <summary>Asks a wallet who somebody is, and what follows when it has shown a citizen ID: whom it means, and that this person is signed in in the browser that asked.</summary>
public sealed class ShownCitizenIds
{
    /// <summary>
    /// The proof behind a citizen ID is the identity document, shown when it was issued (in a demo: a made-up one). Where the keys of
    /// the wallet rest nobody proves when it is shown: they count like keys in a browser.
    /// </summary>
    private static readonly AssuranceLevel OwnLevel = AssuranceLevels.Of(AssuranceLevel.Substantial, KeyKeeping.Browser);

    private readonly Presentations presentations;
    private readonly PersonQuestion question;
    private readonly CitizenIds citizenIds;
    private readonly AcceptedTowns towns;
    private readonly FindHere findHere;
    private readonly CitizenSessions sessions;

    internal ShownCitizenIds(Presentations presentations, PersonQuestion question, CitizenIds citizenIds, AcceptedTowns towns, FindHere findHere, CitizenSessions sessions) =>
        (this.presentations, this.question, this.citizenIds, this.towns, this.findHere, this.sessions) = (presentations, question, citizenIds, towns, findHere, sessions);

    /// <summary>Asks for the citizen ID of this town, or of another one whose citizen IDs count here.</summary>
    /// <param name="purpose">Why, in a few plain words.</param>
    /// <param name="returnPath">Path of the portal to which the browser comes back.</param>
    /// <param name="browserSession">The secret of the browser that asks.</param>
    /// <param name="crossDevice">True when the wallet is on another device than the browser.</param>
    /// <param name="announced">What the town will offer after it; null when there is nothing.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public Task<StartedPresentation> AskAsync(
        LocalizedText purpose, string returnPath, string browserSession, bool crossDevice, AnnouncedOffer? announced, CancellationToken cancellationToken) =>
        presentations.StartAsync(new PresentationDraft(question.Query, purpose, returnPath, browserSession, crossDevice, announced), cancellationToken);

    /// <summary>
    /// Whom the wallet's answer means, to <see cref="AskAsync"/> or to <see cref="CitizenIds.QueryFor"/>; refused when it does not hold, this
    /// town never gave the reference out, or another town's citizen ID does not count for this.
    /// </summary>
    /// <param name="responseCode">The code with which the browser came back.</param>
    /// <param name="browserSession">The secret of the browser that asked.</param>
    /// <param name="least">The least level that will do.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Outcome<ShownPerson>> RedeemAsync(string responseCode, string browserSession, AssuranceLevel least, CancellationToken cancellationToken)
    {
        var redeemed = await presentations.RedeemAsync(responseCode, browserSession, cancellationToken);
        if (!redeemed.Succeeded(out var presented, out var refusal))
            return refusal;

        // Whose it is follows from the root its chain led to, never from which query it answers or what it says itself.
        var shown = presented.Credentials.Values.First()[0];
        if (towns.Find(shown.IssuerAnchor) is not { } town)
            return await FindOwnAsync(shown, cancellationToken);

        var found = await findHere.ExecuteAsync(town, shown.Claims, cancellationToken);
        return found.Succeeded(out var person, out _) && person.Level < least ? new LevelTooLow(town.Name) : found;
    }

    /// <summary>Signs the person in; another session of this browser ends.</summary>
    /// <param name="cause">Identifier of the question that the wallet answered; the same one twice is one session.</param>
    /// <param name="person">Whom the answer means.</param>
    /// <param name="browserSession">The secret of the browser that asked.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public Task SignInAsync(Guid cause, ShownPerson person, string browserSession, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        return sessions.OpenAsync(cause, person.Resident.Value, person.Level, browserSession, cancellationToken, person.OtherTown);
    }

    private async Task<Outcome<ShownPerson>> FindOwnAsync(PresentedCredential shown, CancellationToken cancellationToken)
    {
        var reference = shown.Claims[CitizenIds.ReferenceClaim]?.GetValue<string>();
        return (await citizenIds.ResolveAsync(reference ?? "", cancellationToken)).Match<Outcome<ShownPerson>>(resident => new ShownPerson(resident, OwnLevel), refusal => refusal);
    }
}
