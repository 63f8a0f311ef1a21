using Modellstadt.Testing;

namespace Modellstadt.City.Tests.Hosting;

/// <summary>Whom the operator tells the wallet to believe.</summary>
public sealed class WalletTrustTests
{
    [Fact]
    public async Task A_file_without_a_certificate_stops_the_start_with_a_sentence()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningTown.StartAsync(new Dictionary<string, string?>
        {
            ["Wallet:TrustedIssuers:0:Name"] = "Library",
            ["Wallet:TrustedIssuers:0:Certificate"] = ProductFiles.PathOf("README.md"),
        }));

        Assert.Contains("The wallet shall trust \"Library\"", failure.Message, StringComparison.Ordinal);
    }
}
