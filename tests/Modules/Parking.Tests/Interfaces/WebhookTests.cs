using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Interfaces;
using Modellstadt.Parking.Interfaces.Events;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Interfaces;

/// <summary>Messages to programs of others, sent over real sockets.</summary>
public sealed class WebhookTests
{
    private const string Path = "/api/parking/v1/subscriptions";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_subscriber_hears_once_of_each_change_signed_and_without_the_person(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        await using var server = await ReceivingServer.StartAsync();
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.Subscribe, InterfaceScopes.ReadApds);
        var made = await SubscribeAsync(program, server.Url);

        var permit = await town.AddPermitAsync("GE-AB 123");
        var granted = await NextAsync(town, server);
        await ChangeAsync(town, permit.Id, each => each.Zone = "D1");
        var changed = await NextAsync(town, server, 2);
        await ChangeAsync(town, permit.Id, each => each.End(PermitState.Returned, "returned", town.Time.Now));
        var ended = await NextAsync(town, server, 3);
        await RoundAsync(town);

        Assert.Equal(3, server.Messages.Count);
        var messages = new[] { granted, changed, ended };
        Assert.Equal(["right.granted", "right.changed", "right.ended"], messages.Select(message => (string?)JsonNode.Parse(message.Body)!["type"]));
        Assert.All(messages, message => Assert.True(message.IsSignedWith((string)made["secret"]!)));
        Assert.All(messages, message => Assert.False(message.IsSignedWith("whsec_" + Convert.ToBase64String(new byte[32]))));
        Assert.Equal(3, messages.Select(message => message.Id).Distinct().Count());
        var data = messages.Select(message => JsonNode.Parse(message.Body)!["data"]!.AsObject()).ToList();
        Assert.Equal(["right_id", "revision", "kind", "zone", "valid_from", "valid_until"], data[0].Select(member => member.Key));
        Assert.Single(data.Select(each => (string)each["right_id"]!).Distinct());
        Assert.Equal([0, 1, 2], data.Select(each => (int)each["revision"]!));
        foreach (var personal in (string[])[permit.ResidentId, permit.PermitNumber, permit.Id.ToString(), "GE-AB"])
            Assert.All(messages, message => Assert.DoesNotContain(personal, message.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plates_are_told_as_hashes_under_the_subscribers_secret_and_only_with_their_scope()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        await using var server = await ReceivingServer.StartAsync();
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.Subscribe, InterfaceScopes.LearnPlates);
        var made = await SubscribeAsync(program, server.Url);

        await town.AddPermitAsync("GE-AB 123");
        var message = await NextAsync(town, server);

        var key = Convert.FromBase64String(((string)made["secret"]!)["whsec_".Length..]);
        var expected = System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.HMACSHA256.HashData(key, "plate:GE-AB123"u8).AsSpan(0, 16));
        Assert.Equal(expected, (string?)JsonNode.Parse(message.Body)!["data"]!["plate_hashes"]!.AsArray().Single());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_receiver_that_fails_gets_the_same_message_again_after_a_growing_pause(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        await using var server = await ReceivingServer.StartAsync();
        await SubscribeAsync(await ForeignProgram.MakeAsync(town, InterfaceScopes.Subscribe), server.Url);
        server.Answers.Enqueue(Status(500));
        server.Answers.Enqueue(Status(503));
        await town.AddPermitAsync("GE-AB 123");

        var first = await NextAsync(town, server);
        await SettledAsync(town, attempts: 1);
        await RoundAsync(town);
        Assert.Single(server.Messages);
        town.Time.Now += TimeSpan.FromSeconds(10);
        var second = await NextAsync(town, server, 2);
        await SettledAsync(town, attempts: 2);
        town.Time.Now += TimeSpan.FromSeconds(10);
        await RoundAsync(town);
        Assert.Equal(2, server.Messages.Count);
        town.Time.Now += TimeSpan.FromSeconds(30);
        var third = await NextAsync(town, server, 3);
        await SettledAsync(town, attempts: 3);

        Assert.Equal([first.Id, first.Id, first.Id], new[] { first, second, third }.Select(message => message.Id));
        Assert.Equal((first.Body, first.Body), (second.Body, third.Body));
        Assert.Equal(DeliveryState.Delivered, (await DeliveryAsync(town)).State);
        Assert.Equal("", (await DeliveryAsync(town)).Body);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        await using var server = await ReceivingServer.StartAsync();
        await SubscribeAsync(await ForeignProgram.MakeAsync(town, InterfaceScopes.Subscribe), server.Url);
        server.Answers.Enqueue(context =>
        {
            context.Response.Redirect(server.Url.Replace("/hooks", "/elsewhere", StringComparison.Ordinal), permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        await town.AddPermitAsync("GE-AB 123");

        await NextAsync(town, server);
        await SettledAsync(town, attempts: 1);

        Assert.Equal(0, server.Redirected);
        Assert.Equal((DeliveryState.Waiting, "HTTP 307"), ((await DeliveryAsync(town)).State, (await DeliveryAsync(town)).LastAnswer));
    }

    [Fact]
    public async Task A_receiver_that_is_slow_is_given_up_for_now_and_holds_up_no_other()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        await using var slow = await ReceivingServer.StartAsync();
        await using var quick = await ReceivingServer.StartAsync();
        var release = new TaskCompletionSource();
        slow.Answers.Enqueue(context => Task.WhenAny(release.Task, Task.Delay(Timeout.Infinite, context.RequestAborted)));
        await SubscribeAsync(await ForeignProgram.MakeAsync(town, InterfaceScopes.Subscribe), slow.Url);
        await SubscribeAsync(await ForeignProgram.MakeAsync(town, InterfaceScopes.Subscribe), quick.Url);
        await town.AddPermitAsync("GE-AB 123");

        await Staff.UntilAsync(() => Task.FromResult(slow.Messages.Count == 1 && quick.Messages.Count == 1));
        await Staff.UntilAsync(async () => await town.ReadAsync(database => database.EventDeliveries.AnyAsync(each => each.LastAnswer == "no answer within 10 seconds", Cancellation)));
        release.SetResult();

        Assert.Equal(1, await town.ReadAsync(database => database.EventDeliveries.CountAsync(each => each.State == DeliveryState.Delivered, Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task After_three_days_a_message_lies_before_a_clerk_who_can_have_it_sent_again(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        await using var server = await ReceivingServer.StartAsync();
        await SubscribeAsync(await ForeignProgram.MakeAsync(town, InterfaceScopes.Subscribe), server.Url);
        server.Answers.Enqueue(Status(500));
        server.Answers.Enqueue(Status(500));
        await town.AddPermitAsync("GE-AB 123");
        await NextAsync(town, server);
        await SettledAsync(town, attempts: 1);

        town.Time.Now += TimeSpan.FromDays(3);
        await NextAsync(town, server, 2);
        await SettledAsync(town, attempts: 2);

        var dead = await DeliveryAsync(town);
        Assert.Equal((DeliveryState.Dead, "HTTP 500"), (dead.State, dead.LastAnswer));
        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains("HTTP 500", (await clerk.OpenAsync("/office/interfaces")).Html, StringComparison.Ordinal);
        foreach (var id in new[] { town.Random.NewId(), dead.Id, dead.Id })
            await clerk.SendFormAsync("/office/interfaces/deliveries", ("message", id.ToString()));
        var again = await NextAsync(town, server, 3);
        await Staff.UntilAsync(async () => (await DeliveryAsync(town)).State is DeliveryState.Delivered);
        Assert.Equal(dead.Id.ToString(), again.Id);
        var written = await town.ReadAsync(database => database.Audit.SingleAsync(entry => entry.Action == "message-sent-again", Cancellation));
        Assert.Equal($"delivery/{dead.Id}", written.Subject);
        Assert.StartsWith("staff/", written.Actor, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://hooks.example.org/x")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://10.1.2.3/x")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://[::ffff:192.168.1.1]/x")]
    [InlineData("https://[64:ff9b::7f00:1]/x")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://localhost/x")]
    [InlineData("https://intranet/x")]
    [InlineData("https://user:word@hooks.example.org/x")]
    [InlineData("ftp://hooks.example.org/x")]
    [InlineData("/x")]
    [InlineData(null)]
    [Trait("attack", "18")]
    public async Task An_address_that_leads_into_the_towns_own_network_is_refused(string? url)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.Subscribe);
        await SubscribeAsync(program, "https://hooks.example.org/x");

        using var answer = await program.SendAsync(HttpMethod.Post, Path, new { url, events = EventTypes.All });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Single(await town.ReadAsync(database => database.EventSubscriptions.ToListAsync(Cancellation)));
    }

    [Fact]
    [Trait("attack", "18")]
    public async Task A_name_that_leads_into_a_private_network_later_gets_no_connection()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        await using var server = await ReceivingServer.StartAsync();
        await SubscribeAsync(await ForeignProgram.MakeAsync(town, InterfaceScopes.Subscribe), server.Url);
        await town.AddPermitAsync("GE-AB 123");
        await NextAsync(town, server);

        using var line = new EventLine(town.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Kernel.Towns.TownOptions>>(), Microsoft.Extensions.Options.Options.Create(new ParkingOptions()));
        var (taken, answer) = await line.SendAsync(new Uri(server.Url), [], "{}", Cancellation);

        Assert.Equal((false, "ConnectionError"), (taken, answer));
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task A_client_sees_and_ends_its_own_subscriptions_only_and_has_five_at_most()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (one, other) = (await ForeignProgram.MakeAsync(town, InterfaceScopes.Subscribe), await ForeignProgram.MakeAsync(town, InterfaceScopes.Subscribe));
        var made = await SubscribeAsync(one, "https://hooks.example.org/1");
        for (var number = 2; number <= 5; number++)
            await SubscribeAsync(one, $"https://hooks.example.org/{number}");

        using var sixth = await one.SendAsync(HttpMethod.Post, Path, new { url = "https://hooks.example.org/6", events = EventTypes.All });
        using var foreign = await other.SendAsync(HttpMethod.Delete, $"{Path}/{made["id"]}");
        using var listed = await other.SendAsync(HttpMethod.Get, Path);
        using var ended = await one.SendAsync(HttpMethod.Delete, $"{Path}/{made["id"]}");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.NoContent), (sixth.StatusCode, foreign.StatusCode, ended.StatusCode));
        Assert.Equal("[]", await listed.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(4, await town.ReadAsync(database => database.EventSubscriptions.CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_thousand_changes_of_one_moment_are_all_told(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.Subscribe);
        await SubscribeAsync(program, "https://hooks.example.org/x");
        await using (var database = await town.OpenDatabaseAsync())
        {
            for (var number = 1; number <= 1_000; number++)
                database.Permits.Add(Staff.PermitOf(town, $"GE-AB {number}"));
            await database.SaveChangesAsync(Cancellation);
        }

        await Staff.UntilAsync(async () =>
        {
            await town.Services.GetRequiredService<FollowRights>().RunRoundAsync(Cancellation);
            return await town.ReadAsync(database => database.EventDeliveries.Select(each => each.PermitId).Distinct().CountAsync(Cancellation)) == 1_000;
        });
    }

    [Fact]
    public async Task A_locked_client_hears_nothing_more()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        await using var server = await ReceivingServer.StartAsync();
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.Subscribe);
        await SubscribeAsync(program, server.Url);
        await town.AddPermitAsync("GE-AB 123");
        await NextAsync(town, server);
        using var locked = await town.ManagementClient().PostAsync($"/management/v1/clients/{program.Id}/lock", null, Cancellation);

        await town.AddPermitAsync("GE-AB 124");
        await RoundAsync(town);

        Assert.Single(server.Messages);
        Assert.Single(await town.ReadAsync(database => database.EventDeliveries.ToListAsync(Cancellation)));
    }

    [Fact]
    public void The_pause_grows_to_half_a_day_and_ends_with_the_third()
    {
        var start = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        var (now, pauses) = (start, new List<double>());
        for (var attempt = 1; RetryPlan.Next(start, attempt, now) is { } next; attempt++)
        {
            pauses.Add((next - now).TotalSeconds);
            now = next;
        }

        Assert.Equal([10, 40, 160, 640, 2560, 10240, 40960, 43200, 43200, 43200, 43200], pauses);
        Assert.InRange(now, start.AddDays(2), start.AddDays(3));
    }

    private static Task<PermitTown> StartAsync(DatabaseKind kind) => Staff.StartTownAsync(kind, ("Parking:WebhookTrial", "true"));

    private static async Task<JsonObject> SubscribeAsync(ForeignProgram program, string url)
    {
        using var answer = await program.SendAsync(HttpMethod.Post, Path, new { url, events = EventTypes.All });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
    }

    private static async Task ChangeAsync(PermitTown town, Guid id, Action<Permit> change)
    {
        town.Time.Now += TimeSpan.FromSeconds(1);
        await using var database = await town.OpenDatabaseAsync();
        var permit = await database.Permits.SingleAsync(each => each.Id == id, Cancellation);
        permit.ChangedAt = town.Time.Now;
        change(permit);
        await database.SaveChangesAsync(Cancellation);
    }

    private static async Task RoundAsync(PermitTown town)
    {
        await town.Services.GetRequiredService<FollowRights>().RunRoundAsync(Cancellation);
        await town.Services.GetRequiredService<SendEvents>().RunRoundAsync(Cancellation);
    }

    /// <summary>The message of this number, as soon as it came; the town's own rounds send too.</summary>
    private static async Task<Received> NextAsync(PermitTown town, ReceivingServer server, int number = 1)
    {
        await RoundAsync(town);
        await Staff.UntilAsync(() => Task.FromResult(server.Messages.Count >= number));
        return server.Messages.ElementAt(number - 1);
    }

    private static Task SettledAsync(PermitTown town, int attempts) => Staff.UntilAsync(async () => (await DeliveryAsync(town)).Attempts == attempts);

    private static Task<EventDelivery> DeliveryAsync(PermitTown town) => town.ReadAsync(database => database.EventDeliveries.AsNoTracking().SingleAsync(Cancellation));

    private static Func<HttpContext, Task> Status(int code) => context =>
    {
        context.Response.StatusCode = code;
        return Task.CompletedTask;
    };
}
