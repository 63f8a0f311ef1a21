using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Whoever copies the database holds fingerprints: with them no offer opens and no token is good.</summary>
public sealed class StolenDatabaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_database_holds_no_secret_of_an_offer(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var waiting = await town.OfferAsync(subject: "permit/8", transactionCodeLength: 8);
        var opened = await town.Wallet.OpenOfferAsync(waiting.OfferByReference.OriginalString);
        var visit = await new Attacker(town).EnterAsync();

        var stolen = await ReadAllTextsAsync(town);

        string[] secrets = [opened.PreAuthorizedCode!, waiting.Code, waiting.TransactionCode!, waiting.OfferByReference.Segments[^1], visit.Token, visit.Offer.PreAuthorizedCode!];
        Assert.All(secrets, secret => Assert.DoesNotContain(stolen, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_database_holds_no_secret_of_an_authorization(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var waiting = await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit);
        var (asked, answer) = await citizen.AuthorizeAsync(issuer);
        var tokens = await citizen.Wallet.ExchangeAsync(issuer, asked, answer);

        var stolen = await ReadAllTextsAsync(town);

        string[] secrets = [waiting.RequestUri!, asked.RequestUri!, AskingWallet.CodeIn(answer), asked.Verifier, tokens.AccessToken, tokens.RefreshToken!];
        Assert.All(secrets, secret => Assert.DoesNotContain(stolen, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        foreach (var text in stolen)
            Assert.Equal(HttpStatusCode.BadRequest, (await citizen.PostTokenAsync(issuer, waiting.ToTokenRequest(text))).Status);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task No_text_of_the_database_opens_anything(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await town.OfferAsync(subject: "permit/8");
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync();

        foreach (var text in await ReadAllTextsAsync(town))
        {
            var token = await town.Wallet.PostTokenRequestAsync(visit.Issuer.Server.TokenEndpoint, new TokenRequest(text).ToForm());
            var copies = await attacker.RequestAsync(visit with { Token = text }, attacker.Prove(visit, await attacker.NonceAsync(visit)));
            using var offer = await town.Client().GetAsync($"/issuers/town/offers/{Uri.EscapeDataString(text)}", Cancellation);
            Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound), (token.Status, copies.Status, offer.StatusCode));
        }
    }

    private static async Task<List<string>> ReadAllTextsAsync(IssuingTown town)
    {
        await using var database = await town.OpenDatabaseAsync();
        var offers = await database.Offers.AsNoTracking().ToListAsync(Cancellation);
        var authorizations = await database.Authorizations.AsNoTracking().ToListAsync(Cancellation);
        var tokens = await database.AccessTokens.AsNoTracking().ToListAsync(Cancellation);
        return
        [
            .. offers.SelectMany(offer => (string[])[offer.Id.ToString("D"), offer.Id.ToString("N"), offer.IdempotencyKey, offer.Subject, offer.ReferenceHash, offer.CodeHash, offer.TypedCodeHash, offer.Claims]),
            .. tokens.Select(token => token.TokenHash),
            .. authorizations.SelectMany(row => (string?[])[row.Id.ToString("D"), row.Id.ToString("N"), row.Challenge, row.BrowserHash, row.IssuerState, row.KeyThumbprint]).OfType<string>(),
        ];
    }
}
