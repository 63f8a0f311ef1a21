using System.Net;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Issuer metadata under a signature (OpenID4VCI 1.0, section 12.2.3), and nobody takes it away (attack 26).</summary>
public sealed class SignedMetadataTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private const string Address = "/.well-known/openid-credential-issuer/issuers/town";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Oidf("VCIIssuerMetadataSignedTest")]
    public async Task Who_asks_for_signed_metadata_gets_them_with_certificates_but_without_the_root()
    {
        var town = shared.Town;
        using var answer = await AskAsync(town, "application/jwt");
        var plain = JsonNode.Parse(await town.Client().GetStringAsync(Address, Cancellation))!.AsObject();

        var jws = CompactJws.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).Expect();

        Assert.Equal("application/jwt", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(["Accept"], answer.Headers.Vary.Concat(answer.Content.Headers.TryGetValues("Vary", out var more) ? more : []));
        Assert.Equal(("ES256", "openidvci-issuer-metadata+jwt"), (jws.Header.Text("alg"), jws.Header.Text("typ")));
        Assert.Equal(2, jws.Header["x5c"]!.AsArray().Count);
        Assert.Equal((town.Town.At("/issuers/town"), town.Time.Now.ToUnixTimeSeconds()), (jws.Payload.Text("sub"), jws.Payload.Integer("iat")));
        Assert.All(plain, member => Assert.True(JsonNode.DeepEquals(member.Value, jws.Payload[member.Key]), member.Key));
        Assert.Equal(["exp", "iat", "sub"], jws.Payload.Select(claim => claim.Key).Except(plain.Select(member => member.Key)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/json, application/jwt;q=0.5", "application/json")]
    [InlineData("application/jwt;q=0, application/json", "application/json")]
    [InlineData("application/jwt;q=0", "application/json")]
    [InlineData("application/jwt", "application/jwt")]
    [InlineData("application/jwt, application/json", "application/jwt")]
    [InlineData("text/html, application/jwt;q=0.5, application/json;q=0.1", "application/jwt")]
    public async Task The_form_follows_what_the_wallet_would_rather_have(string? accept, string mediaType)
    {
        using var answer = await AskAsync(shared.Town, accept);

        Assert.Equal((HttpStatusCode.OK, mediaType), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task An_unknown_issuer_signs_nothing()
    {
        using var client = shared.Town.Client();
        client.DefaultRequestHeaders.Add("Accept", "application/jwt");

        using var answer = await client.GetAsync("/.well-known/openid-credential-issuer/issuers/another", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_holder_library_prefers_the_signed_form_and_keeps_in_mind_that_there_is_one()
    {
        var wallet = shared.Town.NewWallet();

        var metadata = (await wallet.ReadMetadataAsync(shared.Town.Town.At("/issuers/town"))).Expect();

        Assert.Equal(IssuingTown.Permit, Assert.Single(metadata.Configurations).Id);
        Assert.Contains(shared.Town.Town.At("/issuers/town"), wallet.SigningIssuers);
    }

    [Fact]
    public async Task Signed_metadata_are_signed_anew_every_hour_and_end_after_a_day()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var first = await ReadAsync(town);

        town.Time.Now += TimeSpan.FromMinutes(59);
        var same = await ReadAsync(town);
        town.Time.Now += TimeSpan.FromMinutes(1);
        var renewed = await ReadAsync(town);

        Assert.Equal(first, same);
        Assert.NotEqual(first, renewed);
        Assert.Null(Check(town, first, town.Time.Now).Error);
        Assert.Equal(ErrorCodes.Expired, Check(town, first, town.Time.Now.AddDays(1)).Error!.Code);
    }

    private static async Task<string> ReadAsync(IssuingTown town)
    {
        using var answer = await AskAsync(town, "application/jwt");
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private static Checked<CredentialIssuerMetadata> Check(IssuingTown town, string text, DateTimeOffset now) =>
        SignedIssuerMetadata.Verify(text, town.Town.At("/issuers/town"), town.SignerKey, now);

    private static async Task<HttpResponseMessage> AskAsync(IssuingTown town, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await town.Client().SendAsync(request, Cancellation);
    }
}
