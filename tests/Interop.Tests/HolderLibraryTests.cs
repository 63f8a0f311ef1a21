using System.Net;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Interop.Tests;

/// <summary>Our C# holder library against foreign issuers and verifiers.</summary>
public sealed class HolderLibraryTests(InteropTown town)
{
    public static TheoryData<string> Stacks => ["oid4vc"];

    [Theory, MemberData(nameof(Stacks))]
    public async Task Our_holder_library_fetches_a_batch_from_a_foreign_issuer(string stack)
    {
        var issuer = await ForeignIssuer.StartAsync(town, stack);
        var wallet = await town.NewWalletAsync();

        var copies = await wallet.ReceiveAsync(await issuer.OfferAsync(new { member = "4711", name = new { given = "Mina" } }));

        Assert.Equal(4, copies.Count);
        Assert.All(copies, copy => Assert.Equal((ForeignIssuer.LibraryCard, "4711"), (copy.Credential.Claims.Text("vct"), copy.Credential.Claims.Text("member"))));
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Our_holder_library_sends_the_transaction_code_a_foreign_issuer_demands(string stack)
    {
        var issuer = await ForeignIssuer.StartAsync(town, stack);
        var wallet = await town.NewWalletAsync();
        var link = await issuer.OfferAsync(new { member = "4711" }, transactionCode: "2468");

        await Assert.ThrowsAsync<InvalidOperationException>(() => wallet.ReceiveAsync(link, "2469"));
        Assert.Equal(4, (await wallet.ReceiveAsync(link, "2468")).Count);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Our_holder_library_shows_a_citizen_ID_to_a_foreign_verifier(string stack)
    {
        var person = await town.AnyoneAsync();
        var wallet = await town.NewWalletAsync();
        await wallet.ReceiveAsync((string)(await town.OfferCitizenIdAsync(person))["wallet_uri"]!);
        var verifier = await ForeignVerifier.StartAsync(town, stack);
        var (question, link) = await verifier.AskAsync(InteropTown.CitizenIdType, town.Anchors, "given_name", "address/locality");

        var reply = await wallet.PresentAsync(link);

        Assert.Equal((HttpStatusCode.OK, true), (reply.Status, reply.RedirectUri is not null));
        var claims = await verifier.ExpectClaimsAsync(question);
        Assert.Equal((string?)person["given_name"], (string?)claims["given_name"]);
        Assert.NotNull(claims["address"]!["locality"]);
        Assert.Null(claims["family_name"]);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_foreign_verifier_refuses_a_card_that_its_issuer_has_revoked(string stack)
    {
        var issuer = await ForeignIssuer.StartAsync(town, stack);
        var verifier = await ForeignVerifier.StartAsync(town, stack);
        var wallet = await town.NewWalletAsync();
        await wallet.ReceiveAsync(await issuer.OfferAsync(new { member = "4711" }));
        var (good, goodLink) = await verifier.AskAsync(ForeignIssuer.LibraryCard, [town.ForeignRoot], "member");
        Assert.Equal(HttpStatusCode.OK, (await wallet.PresentAsync(goodLink)).Status);
        Assert.Equal("4711", (string?)(await verifier.ExpectClaimsAsync(good))["member"]);

        await issuer.RevokeAllAsync();
        var (bad, badLink) = await verifier.AskAsync(ForeignIssuer.LibraryCard, [town.ForeignRoot], "member");

        Assert.Equal(HttpStatusCode.BadRequest, (await wallet.PresentAsync(badLink)).Status);
        Assert.Contains("tatus", await verifier.ReadErrorAsync(bad), StringComparison.Ordinal);
    }
}
