using System.Net;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.SdJwt.Types;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>What the issuer publishes about its types, and whether its credentials keep it.</summary>
public sealed class TypeMetadataTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_copy_keeps_what_the_published_type_promises()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        using var answer = await town.Client().GetAsync("/issuers/town/types/permit", Cancellation);
        var resolution = TypeResolution.Of("urn:example:permit:1", null);
        Assert.Null(resolution.Add(await answer.Content.ReadAsByteArrayAsync(Cancellation)));
        var type = resolution.Combine().Expect();

        await town.Wallet.ReceiveAsync((await town.OfferAsync()).OfferByReference.OriginalString);

        Assert.Equal(("application/json", "public, max-age=3600"), (answer.Content.Headers.ContentType!.ToString(), answer.Headers.CacheControl!.ToString()));
        Assert.Equal([("de", "Parkausweis"), ("en", "Parking permit")], type.Display!.Select(display => (display.Locale, display.Name)));
        Assert.Equal(["Kennzeichen", "Zone"], type.Claims.Select(claim => claim.Display![0].Label));
        Assert.Equal(10, town.Wallet.Copies.Count);
        Assert.All(town.Wallet.Copies, copy => Assert.Null(TypeRules.Check(copy.SdJwt, type)));
    }

    [Theory]
    [InlineData("/issuers/town/types/passport")]
    [InlineData("/issuers/library/types/permit")]
    [InlineData("/issuers/nobody/types/permit")]
    public async Task A_type_lies_only_at_its_own_issuer(string address)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));

        using var answer = await town.Client().GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
