using System.Net;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Interop.Tests;

/// <summary>Our C# holder library against foreign issuers and verifiers.</summary>
public sealed class HolderLibraryTests(InteropTown town)
{
    public static TheoryData<string> Stacks => ["oid4vc", "credo"];

    [Theory, MemberData(nameof(Stacks))]
    public async Task Our_holder_library_fetches_a_batch_from_a_foreign_issuer(string stack)
    {
        var issuer = await ForeignIssuer.StartAsync(town, stack);
        var wallet = await town.NewWalletAsync();

        var (link, _) = await issuer.OfferAsync(new { member = "4711", name = new { given = "Mina" } });
        var copies = await wallet.ReceiveAsync(link);

        Assert.Equal(4, copies.Count);
        Assert.All(copies, copy => Assert.Equal((ForeignIssuer.LibraryCard, "4711"), (copy.Credential.Claims.Text("vct"), copy.Credential.Claims.Text("member"))));
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Our_holder_library_sends_the_transaction_code_a_foreign_issuer_demands(string stack)
    {
        var issuer = await ForeignIssuer.StartAsync(town, stack);
        var wallet = await town.NewWalletAsync();
        var (link, code) = await issuer.OfferAsync(new { member = "4711" }, withTransactionCode: true);

        await Assert.ThrowsAsync<InvalidOperationException>(() => wallet.ReceiveAsync(link, code == "0000" ? "0001" : "0000"));
        Assert.Equal(4, (await wallet.ReceiveAsync(link, code)).Count);
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

    /// <summary>Credo makes no status lists; it reads those of others.</summary>
    [Theory, MemberData(nameof(Stacks))]
    public async Task A_foreign_verifier_refuses_a_card_that_its_issuer_has_revoked(string stack)
    {
        var issuer = await ForeignIssuer.StartAsync(town, "oid4vc");
        var verifier = await ForeignVerifier.StartAsync(town, stack);
        var wallet = await town.NewWalletAsync();
        await wallet.ReceiveAsync((await issuer.OfferAsync(new { member = "4711" })).Link);
        var (good, goodLink) = await verifier.AskAsync(ForeignIssuer.LibraryCard, [town.ForeignRoot], "member");
        Assert.Equal(HttpStatusCode.OK, (await wallet.PresentAsync(goodLink)).Status);
        Assert.Equal("4711", (string?)(await verifier.ExpectClaimsAsync(good))["member"]);

        await issuer.RevokeAllAsync();
        var (bad, badLink) = await verifier.AskAsync(ForeignIssuer.LibraryCard, [town.ForeignRoot], "member");

        Assert.Equal(HttpStatusCode.BadRequest, (await wallet.PresentAsync(badLink)).Status);
        Assert.Contains("tatus", await verifier.ReadErrorAsync(bad), StringComparison.Ordinal);
    }
}
