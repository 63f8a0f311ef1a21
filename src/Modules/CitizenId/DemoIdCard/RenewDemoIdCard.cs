using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>What a made-up person's ID card says today.</summary>
internal sealed class RenewDemoIdCard(DemoPersons persons) : ICredentialRenewal
{
    private const string SubjectPrefix = "demo-id-card/";

    /// <inheritdoc />
    public string ConfigurationId => DemoIdCardType.ConfigurationId;

    /// <summary>Under which name the issuer keeps the copies of this person.</summary>
    public static string SubjectOf(DemoPerson person) => $"{SubjectPrefix}{person.Id}";

    /// <inheritdoc />
    public Task<Outcome<RenewedCredential>> RenewAsync(string subject, CancellationToken cancellationToken)
    {
        var person = subject.StartsWith(SubjectPrefix, StringComparison.Ordinal) ? persons.Find(new ResidentId(subject[SubjectPrefix.Length..])) : null;
        Outcome<RenewedCredential> outcome = person is null ? new ResidentUnknown() : new RenewedCredential(DemoIdCardType.Claims(person.Card), ValidUntil: null);
        return Task.FromResult(outcome);
    }
}
