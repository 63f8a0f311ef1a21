using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Tests;

/// <summary>One sealed message from phone to phone, read once within five minutes by the phone that opened the mailbox.</summary>
public sealed class RelayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_is_read_once_by_whoever_opened_the_mailbox(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var (mailbox, reader) = await OpenAsync(town);
        var message = town.Random.NewBytes(64 * 1024);
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(ReadAsync(town, mailbox, reader)));
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(WriteAsync(town, mailbox, message)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ReadAsync(town, mailbox, reader)));

        var read = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(message, await read.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(4, answers.Count(answer => answer.StatusCode == HttpStatusCode.NotFound));
        await using var database = await town.Services.GetRequiredService<IDbContextFactory<WalletsDb>>().CreateDbContextAsync(Cancellation);
        Assert.Equal(0, await database.Relays.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Whoever_photographed_the_code_reads_nothing_and_destroys_nothing()
    {
        await using var town = await WalletsTown.StartAsync();
        var (mailbox, reader) = await OpenAsync(town);
        await Problems.StatusAsync(WriteAsync(town, mailbox, [1, 2]));

        await Problems.AssertAsync(HttpStatusCode.NotFound, "mailbox-unknown", await ReadAsync(town, mailbox, Base64Url.Encode(town.Random.NewBytes(32))));
        await Problems.AssertAsync(HttpStatusCode.NotFound, "mailbox-unknown", await ReadAsync(town, mailbox, mailbox));
        await Problems.AssertAsync(HttpStatusCode.NotFound, "mailbox-unknown", await WriteAsync(town, mailbox, [6, 6, 6]));

        using var read = await ReadAsync(town, mailbox, reader);
        Assert.Equal([1, 2], await read.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task After_five_minutes_a_mailbox_is_over_and_its_message_deleted()
    {
        await using var town = await WalletsTown.StartAsync();
        var (mailbox, reader) = await OpenAsync(town);
        await Problems.StatusAsync(WriteAsync(town, mailbox, [1]));
        town.Time.Now += TimeSpan.FromMinutes(5);

        await Problems.AssertAsync(HttpStatusCode.NotFound, "mailbox-unknown", await ReadAsync(town, mailbox, reader));
        await town.Services.GetRequiredService<Cleanup>().RunRoundAsync(Cancellation);
        await using var database = await town.Services.GetRequiredService<IDbContextFactory<WalletsDb>>().CreateDbContextAsync(Cancellation);
        Assert.Equal(0, await database.Relays.CountAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_empty_or_too_long_is_not_passed_on()
    {
        await using var town = await WalletsTown.StartAsync();
        var (mailbox, _) = await OpenAsync(town);

        await Problems.AssertAsync(HttpStatusCode.BadRequest, "unreadable", await WriteAsync(town, mailbox, []));
        await Problems.AssertAsync(HttpStatusCode.RequestEntityTooLarge, "too-long", await WriteAsync(town, mailbox, new byte[64 * 1024 + 1]));
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(WriteAsync(town, mailbox, [1])));
    }

    private static async Task<(string Mailbox, string Reader)> OpenAsync(WalletsTown town)
    {
        using var client = town.Client();
        using var answer = await client.PostAsync(new Uri(town.Town.WalletAt("/wallets/relays")), null, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var opened = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
        return ((string)opened["mailbox"]!, (string)opened["reader"]!);
    }

    private static async Task<HttpResponseMessage> WriteAsync(WalletsTown town, string mailbox, byte[] message)
    {
        using var client = town.Client();
        using var content = new ByteArrayContent(message);
        return await client.PutAsync(new Uri(town.Town.WalletAt($"/wallets/relays/{mailbox}")), content, Cancellation);
    }

    private static async Task<HttpResponseMessage> ReadAsync(WalletsTown town, string mailbox, string reader)
    {
        using var client = town.Client();
        return await client.PostAsJsonAsync(town.Town.WalletAt($"/wallets/relays/{mailbox}/reading"), new { reader }, Cancellation);
    }
}
