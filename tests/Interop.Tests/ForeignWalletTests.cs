using System.Text.Json.Nodes;

namespace Modellstadt.Interop.Tests;

/// <summary>Foreign implementations as a wallet against our issuer and verifier.</summary>
public sealed class ForeignWalletTests(InteropTown town)
{
    public static TheoryData<string> Stacks => ["oid4vc", "credo"];

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_foreign_wallet_fetches_a_citizen_ID_offered_by_reference(string stack)
    {
        var person = await town.AnyoneAsync();
        var wallet = await ForeignWallet.CreateAsync(town, stack);

        var copies = await wallet.ReceiveAsync((string)(await town.OfferCitizenIdAsync(person))["wallet_uri"]!);

        Assert.Equal(10, copies.Count);
        Assert.All(copies, copy => Assert.Equal(
            (InteropTown.CitizenIdType, (string?)person["given_name"], (string?)person["family_name"]),
            ((string?)copy["vct"], (string?)copy["given_name"], (string?)copy["family_name"])));
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_foreign_wallet_fetches_a_citizen_ID_offered_by_value(string stack)
    {
        var offered = await town.OfferCitizenIdAsync(await town.AnyoneAsync());
        var wallet = await ForeignWallet.CreateAsync(town, stack);

        Assert.Equal(10, (await wallet.ReceiveAsync((string)offered["wallet_uri_by_value"]!)).Count);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_foreign_wallet_must_send_the_transaction_code(string stack)
    {
        var offered = await town.ManageAsync(HttpMethod.Post, "/management/v1/offers", new
        {
            credential_configuration_id = "citizen-id", subject = "interop/1", transaction_code = true, claims = new { given_name = "Mina" },
        });
        var (link, code) = ((string)offered["wallet_uri"]!, (string)offered["transaction_code"]!);
        var wallet = await ForeignWallet.CreateAsync(town, stack);

        var refusal = await Assert.ThrowsAsync<ForeignFailure>(() => wallet.ReceiveAsync(link, code == "000000" ? "000001" : "000000"));
        Assert.Contains("invalid_grant", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("Mina", (string?)(await wallet.ReceiveAsync(link, code))[0]["given_name"]);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_foreign_wallet_waits_for_what_is_not_ready(string stack)
    {
        var offered = await town.ManageAsync(HttpMethod.Post, "/management/v1/offers", new
        {
            credential_configuration_id = "citizen-id", subject = "interop/2", deferred = true, claims = new { given_name = "Mina" },
        });
        var wallet = await ForeignWallet.CreateAsync(town, stack);

        Assert.Empty(await wallet.ReceiveAsync((string)offered["wallet_uri"]!));
        await town.DecideAsync($"/management/v1/offers/{offered["id"]}/release", new { claims = new { given_name = "Mona" } });
        var copies = await wallet.FetchDeferredAsync();

        Assert.Equal((10, "Mona"), (copies.Count, (string?)copies[0]["given_name"]));
        var state = await town.ManageAsync(HttpMethod.Get, $"/management/v1/offers/{offered["id"]}");
        Assert.Equal("redeemed", (string?)state["state"]);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_foreign_wallet_says_that_it_has_what_it_fetched(string stack)
    {
        var offered = await town.ManageAsync(HttpMethod.Post, "/management/v1/offers", new
        {
            credential_configuration_id = "citizen-id", subject = "interop/3", claims = new { given_name = "Mina" },
        });
        var wallet = await ForeignWallet.CreateAsync(town, stack);

        Assert.NotEmpty(await wallet.ReceiveAsync((string)offered["wallet_uri"]!));

        var state = await town.ManageAsync(HttpMethod.Get, $"/management/v1/offers/{offered["id"]}");
        Assert.Equal("credential_accepted", (string?)state["notification"]!["event"]);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_foreign_wallet_fetches_a_citizen_ID_with_a_code_and_a_bound_token(string stack)
    {
        var person = await town.AnyoneAsync();
        var wallet = await ForeignWallet.CreateAsync(town, stack);

        var address = await wallet.AuthorizeAsync((string)(await town.OfferCitizenIdAsync(person))["wallet_uri"]!);
        var copies = await wallet.ReceiveAuthorizedAsync(await town.AgreeAsync(address));

        Assert.Equal(10, copies.Count);
        Assert.Equal((string?)person["family_name"], (string?)copies[0]["family_name"]);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_foreign_wallet_answers_our_question_and_shows_only_what_was_asked(string stack)
    {
        var person = await town.AnyoneAsync();
        var wallet = await ForeignWallet.CreateAsync(town, stack);
        await wallet.ReceiveAsync((string)(await town.OfferCitizenIdAsync(person))["wallet_uri"]!);
        var asked = await AskAsync("given_name", "address/locality");

        var answer = await wallet.PresentAsync((string)asked["wallet_uri"]!);

        Assert.Equal(200, (int)answer["status"]!);
        var result = await town.ManageAsync(HttpMethod.Get, $"/management/v1/presentations/{asked["id"]}");
        Assert.Equal("received", (string?)result["state"]);
        var claims = result["credentials"]!["card"]!["claims"]!.AsObject();
        Assert.Equal((string?)person["given_name"], (string?)claims["given_name"]);
        Assert.NotNull(claims["address"]!["locality"]);
        Assert.Null(claims["family_name"]);
    }

    /// <summary>A question for claims of the citizen ID, each a path with slashes.</summary>
    private Task<JsonObject> AskAsync(params string[] claims) => town.ManageAsync(HttpMethod.Post, "/management/v1/presentations", new
    {
        dcql_query = new
        {
            credentials = new[]
            {
                new { id = "card", format = "dc+sd-jwt", meta = new { vct_values = new[] { InteropTown.CitizenIdType } }, claims = claims.Select(claim => new { path = claim.Split('/') }) },
            },
        },
        purpose = new { de = "Probe", en = "Rehearsal" },
    });
}
