namespace Modellstadt.Verifier.Trust;

/// <summary>In force until a module says whom the town believes: then no credential is accepted.</summary>
internal sealed class NobodyTrusted : ITrustedIssuers
{
    public IReadOnlyList<TrustedIssuer> For(string vct) => [];
}
