using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>What nobody can use any more is deleted, first of all what is said about people.</summary>
public sealed class CleanupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Claims_tokens_and_nonces_are_deleted_once_they_are_of_no_use(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await town.Wallet.ReceiveAsync((await town.OfferAsync()).OfferByReference.OriginalString);
        var cleanup = town.Services.GetRequiredService<Cleanup>();

        await cleanup.RunRoundAsync(Cancellation);
        Assert.Equal((1, 1, 1), await CountAsync(town));

        town.Time.Now += TimeSpan.FromMinutes(70);
        await cleanup.RunRoundAsync(Cancellation);
        Assert.Equal((0, 0, 0), await CountAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_cleaned_offer_opens_again_with_its_draft(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await town.OfferAsync();
        town.Time.Now += TimeSpan.FromMinutes(70);
        await town.Services.GetRequiredService<Cleanup>().RunRoundAsync(Cancellation);

        var copies = await town.Wallet.ReceiveAsync((await town.OfferAsync()).OfferByReference.OriginalString);

        Assert.Equal("GE-AB 123", (string?)copies[0].Credential.Claims["plate"]);
    }

    private static async Task<(int Claims, int Tokens, int Nonces)> CountAsync(IssuingTown town)
    {
        await using var database = await town.OpenDatabaseAsync();
        return (
            await database.Offers.CountAsync(offer => offer.Claims != "", Cancellation),
            await database.AccessTokens.CountAsync(Cancellation),
            await database.UsedNonces.CountAsync(Cancellation));
    }
}
