using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Tests;

/// <summary>A town and the server at which its issuer's status list lies.</summary>
internal sealed class StatusScene : IAsyncDisposable
{
    public const string ListPath = "/status-lists/1";

    private StatusScene(StatusListServer server, VerifyingTown town) => (Server, Town) = (server, town);

    public StatusListServer Server { get; }

    public VerifyingTown Town { get; }

    /// <summary>The town's own host is the server, so that lists may be fetched there; until told otherwise it answers with the list.</summary>
    public static async Task<StatusScene> StartAsync(params (string Key, string Value)[] settings)
    {
        var server = await StatusListServer.StartAsync();
        var town = await VerifyingTown.StartAsync(
            await TestDatabase.CreateAsync(DatabaseKind.Sqlite),
            new Uri(server.Address, ListPath),
            [("Town:PublicUrl", server.Address.OriginalString.TrimEnd('/')), .. settings]);
        town.StatusLists.Silent = true;
        var scene = new StatusScene(server, town);
        server.Answer = _ => List(scene.Sign());
        return scene;
    }

    /// <summary>An answer that calls itself a status list.</summary>
    public static IResult List(string token) => Results.Text(token, "application/statuslist+jwt");

    /// <summary>The issuer's list, fresh for a minute and good for an hour, with what the caller changes before it is signed.</summary>
    public string Sign(Action<System.Text.Json.Nodes.JsonObject>? change = null) => Town.Issuer.SignStatusList(Town.Time.Now, TimeSpan.FromMinutes(1), change);

    /// <summary>Shows the card; null when it is accepted, else the name of the refusal.</summary>
    public Task<string?> ShowAsync() => ShowAsync(Town);

    /// <summary>Shows the card; null when it is accepted, else the name of the refusal.</summary>
    public static async Task<string?> ShowAsync(VerifyingTown town)
    {
        // The wallet shows each copy once; the same one is put back.
        town.Wallet.Copies.Remove(town.Card);
        town.Wallet.Copies.Add(town.Card);
        var started = await town.AskAsync();
        var reply = await town.Wallet.PresentAsync(town.LinkOf(started));
        var outcome = await town.RedeemAsync(reply.RedirectUri!);
        return outcome.Refusal?.Type.Split(':')[^1];
    }

    /// <summary>The code of the rule that the last answer broke, and whether anything of the answer was kept.</summary>
    public async Task<(string Code, bool Kept)> LastRefusalAsync()
    {
        await using var database = await Town.Services.GetRequiredService<IDbContextFactory<VerifierDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var last = await database.Presentations.AsNoTracking().OrderByDescending(presentation => presentation.AnsweredAt).FirstAsync(TestContext.Current.CancellationToken);
        return ((string)System.Text.Json.Nodes.JsonNode.Parse(last.Error!)!["Code"]!, last.Result is not null);
    }

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        await Server.DisposeAsync();
    }
}
