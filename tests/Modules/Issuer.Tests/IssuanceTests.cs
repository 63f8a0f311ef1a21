using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>From an offer to the copies in the wallet.</summary>
public sealed class IssuanceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_wallet_receives_ten_copies_that_say_what_was_offered(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var offer = await town.OfferAsync();

        var copies = await town.Wallet.ReceiveAsync(offer.WalletLink(town.Town).OriginalString);

        Assert.Equal(10, copies.Count);
        Assert.Equal(10, town.Wallet.Copies.Count);
        Assert.All(copies, copy => Assert.Equal("urn:example:permit:1", copy.Credential.CredentialType));
        Assert.All(copies, copy => Assert.Equal("GE-AB 123", (string?)copy.Credential.Claims["plate"]));
        Assert.Equal(OfferState.Redeemed, await town.Offers.ReadStateAsync(offer.Id, Cancellation));
    }
}
