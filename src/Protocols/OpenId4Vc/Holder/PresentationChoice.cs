// OpenID4VP 1.0 §6.4.2 (selecting credentials), §6.4.3 (user interface considerations), §15.5.1 (value matching tells nothing before consent).
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>
/// What a person can choose from to answer a question. Nothing in it may reach the verifier before the person has said yes: a question
/// that cannot be answered ends like one that was declined.
/// </summary>
/// <param name="Query">The question.</param>
/// <param name="Fitting">For each credential query all copies that answer it, in the order of the wallet; empty when none does.</param>
/// <param name="Sets">The alternatives for each credential set; one set of everything when the question has none.</param>
public sealed record PresentationChoice(
    DcqlQuery Query, IReadOnlyDictionary<string, IReadOnlyList<Presentable>> Fitting, IReadOnlyList<SetChoice> Sets)
{
    /// <summary>True when every set that is required can be satisfied.</summary>
    public bool CanBeAnswered => Sets.All(set => !set.Required || set.Options.Count > 0);

    /// <summary>Matches the copies of a wallet with a question.</summary>
    public static PresentationChoice Of(DcqlQuery query, IReadOnlyList<Presentable> copies)
    {
        var fitting = query.Credentials.ToDictionary(
            credential => credential.Id,
            credential => (IReadOnlyList<Presentable>)[.. copies.Where(copy => copy.Match(credential).Error is null)]);
        IReadOnlyList<CredentialSetQuery> sets = query.CredentialSets.Count > 0
            ? query.CredentialSets
            : [new CredentialSetQuery([[.. query.Credentials.Select(credential => credential.Id)]])];
        return new PresentationChoice(query, fitting, [.. sets.Select(set => SetChoice.Of(set, fitting))]);
    }

    /// <summary>
    /// What the verifier prefers: of each set the first option that can be satisfied, sets that are not required included; for each
    /// query the first copy that fits. Refused with <see cref="PresentationErrors.AccessDenied"/> when the question cannot be answered.
    /// </summary>
    public Checked<Dictionary<string, Presentable>> Preferred()
    {
        if (!CanBeAnswered)
            return new ProtocolError(PresentationErrors.AccessDenied, "OpenID4VP 1.0 §6.4.2, §8.5", "No credential answers the request.");
        var ids = Sets.SelectMany(set => set.Options.Take(1)).SelectMany(option => option).ToHashSet();
        return Query.Credentials.Where(credential => ids.Contains(credential.Id)).ToDictionary(credential => credential.Id, credential => Fitting[credential.Id][0]);
    }
}

/// <summary>The alternatives of one credential set.</summary>
/// <param name="Required">False when the person may leave the whole set out.</param>
/// <param name="Options">The options all of whose queries some copy answers, the verifier's preferred one first.</param>
public sealed record SetChoice(bool Required, IReadOnlyList<IReadOnlyList<string>> Options)
{
    internal static SetChoice Of(CredentialSetQuery set, IReadOnlyDictionary<string, IReadOnlyList<Presentable>> fitting) =>
        new(set.Required, [.. set.Options.Where(option => option.All(id => fitting[id].Count > 0))]);
}
