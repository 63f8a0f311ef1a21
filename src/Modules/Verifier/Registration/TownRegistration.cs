using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Protocols.OpenId4Vc.Registration;
using Modellstadt.Verifier.Keys;

namespace Modellstadt.Verifier.Registration;

/// <summary>
/// What the town is registered to ask wallets for: by the file its operator names, in demonstrations by the demo registrar, otherwise
/// by nobody. A registration for somebody else, one that is over, or one that does not cover what the modules mean to ask stops the
/// start: wallets would refuse every question.
/// </summary>
internal sealed class TownRegistration : IHostedService
{
    private readonly IReadOnlyList<(RegistrationCertificate Certificate, VerifierStatement Statement)> registrations;
    private readonly IReadOnlyList<IntendedUse> uses;
    private readonly TimeProvider time;

    public TownRegistration(
        AccessCertificates certificates, DemoRegistrar registrar, IEnumerable<IIntendedUses> uses, IOptions<TownOptions> town, IOptions<VerifierOptions> options, TimeProvider time)
    {
        (this.uses, this.time) = ([.. uses.SelectMany(door => door.All)], time);
        // Whichever certificate is used, it names the same town.
        var access = certificates.Present;
        IReadOnlyList<string> texts = options.Value.RegistrationCertificate is { } path
            ? [File.ReadAllText(path).Trim()]
            : town.Value.Demo && this.uses.Count > 0 && access.Identifier is { } identifier ? registrar.Register(identifier, $"Stadt {town.Value.Name}", this.uses) : [];
        registrations = [.. texts.Select(text => (RegistrationCertificate.ReadOwn(text).Expect(), new VerifierStatement(RegistrationCertificate.VerifierInfoFormat, JsonValue.Create(text), [])))];
        if (registrations.Any(registration => registration.Certificate.AskingIdentifier != access.Identifier))
            throw new InvalidOperationException("The registration certificate is for another party than the access certificate.");
    }

    /// <summary>What goes with a question: the first registration that covers it, so that wallets show its purpose and no other. Empty for a town that nobody has registered.</summary>
    public IReadOnlyList<VerifierStatement> StatementsFor(DcqlQuery query) => [.. Covering(query).Select(registration => registration.Statement).Take(1)];

    /// <summary>True when the town may ask this: it is registered for all of it, or nobody registers it.</summary>
    public bool Covers(DcqlQuery query) => registrations.Count == 0 || Covering(query).Any();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (registrations.Any(registration => registration.Certificate.ExpiresAt <= time.GetUtcNow()))
            throw new InvalidOperationException("The registration certificate has expired.");
        foreach (var use in uses)
        {
            if (!Covers(new DcqlQuery([QueryFor(use.Credential)])))
                throw new InvalidOperationException($"The registration certificate does not cover what the town means to ask: {use.Purpose.English}.");
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<(RegistrationCertificate Certificate, VerifierStatement Statement)> Covering(DcqlQuery query) =>
        registrations.Where(registration => registration.Certificate.AskedBeyond(query).Count == 0);

    private static CredentialQuery QueryFor(RegisteredCredential credential) => new("use", credential.Format)
    {
        CredentialTypes = credential.Format == CredentialQuery.MdocFormat ? [] : credential.Types,
        DocumentType = credential.Format == CredentialQuery.MdocFormat ? credential.Types[0] : null,
        Claims = [.. credential.Claims.Select(path => new ClaimQuery(path))],
    };
}
