namespace Modellstadt.Issuer.Tests;

/// <summary>The wallet providers that a test's town believes; a test may change them while the town runs.</summary>
internal sealed class KnownProviders : ITrustedWalletProviders
{
    public IReadOnlyList<TrustedWalletProvider> All { get; set; } = [];
}
