using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Issuer.Tests;

/// <summary>Says what the test town's permits say today.</summary>
internal sealed class PermitRenewal : ICredentialRenewal
{
    public string ConfigurationId => IssuingTown.Permit;

    /// <summary>Why there is none today, as an HTTP status; null for the same plate on another day.</summary>
    public int? Refused { get; set; }

    /// <summary>For whom it was asked last.</summary>
    public string? Asked { get; private set; }

    public Task<Outcome<RenewedCredential>> RenewAsync(string subject, CancellationToken cancellationToken)
    {
        Asked = subject;
        Outcome<RenewedCredential> outcome = Refused is { } status ? new NoPermit(status) : new RenewedCredential(new System.Text.Json.Nodes.JsonObject { ["plate"] = "GE-NEW 1" }, ValidUntil: null);
        return Task.FromResult(outcome);
    }

    private sealed record NoPermit(int Status) : Refusal("urn:example:no-permit", Status)
    {
        public override RefusalText In(Language language) => new("No permit", "There is none.", "Apply for one.");
    }
}
