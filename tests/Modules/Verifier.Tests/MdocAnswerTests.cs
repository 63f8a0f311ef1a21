using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>The town asks for an mdoc (OpenID4VP 1.0, Appendix B.2).</summary>
public sealed class MdocAnswerTests
{
    private const string Type = VerifyingTown.LicenceType;

    private static readonly DcqlQuery Query = new([CredentialQuery.Mdoc("licence", Type, Type, ["family_name"])]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_script_asks_for_an_mdoc_and_reads_what_it_showed(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        using var script = town.ManagementClient();
        var question = new JsonObject { ["dcql_query"] = Query.ToJson(), ["purpose"] = new JsonObject { ["de"] = "Zum Prüfen", ["en"] = "For the test" } };
        using var answer = await script.PostAsJsonAsync("/management/v1/presentations", question, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var asked = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;

        Assert.Null((await town.Wallet.PresentAsync((string)asked["wallet_uri"]!)).Error);

        var after = (await script.GetFromJsonAsync<JsonObject>($"/management/v1/presentations/{asked["id"]}", Cancellation))!;
        Assert.Equal("received", (string?)after["state"]);
        Assert.Equal("""{"org.example.licence.1":{"family_name":"Mustermann"}}""", after["credentials"]!["licence"]!["claims"]!.ToJsonString());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_revoked_mdoc_is_refused(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        town.Issuer.SetStatus(town.Wallet.Mdocs[0], StatusValues.Invalid);
        var started = await town.AskAsync(query: Query);
        await town.Wallet.PresentAsync(town.LinkOf(started));
        Assert.Equal(PresentationState.Refused, (await town.ProgressAsync(started))!.State);
    }

    private static async Task<VerifyingTown> StartAsync(DatabaseKind kind)
    {
        var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        town.Wallet.Mdocs.Add(town.Issuer.IssueMdoc(Type, new Dictionary<string, string> { ["family_name"] = "Mustermann", ["given_name"] = "Erika" }, town.Time.Now.AddDays(30)));
        return town;
    }
}
