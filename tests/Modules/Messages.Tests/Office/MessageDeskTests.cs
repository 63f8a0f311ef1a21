using System.Net;
using Modellstadt.Kernel.Storage;
using Modellstadt.Messages.Storage;
using Modellstadt.Messages.Tests.Letters;

namespace Modellstadt.Messages.Tests.Office;

/// <summary>What clerks see of messages, and what they do with those that reached nobody.</summary>
public sealed class MessageDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_demo_town_shows_what_it_would_have_sent_marked_as_DEMO()
    {
        await using var town = await DemoTownAsync();
        await town.ConfirmAddressAsync();
        await town.Mailroom.SendAsync(SampleDrafts.ByEmail(), Cancellation);
        await town.DeliverAsync();
        using var clerk = await ClerkAsync(town);
        var list = await clerk.ReadAsync("/office/messages");
        Assert.Contains("demo-mark", list, StringComparison.Ordinal);
        Assert.Contains("Ihr Bewohnerparkausweis ist da", list, StringComparison.Ordinal);
        var page = await clerk.ReadAsync($"/office/messages/{(await town.MessagesAsync()).Single().Id}");
        Assert.Contains("demo-mark", page, StringComparison.Ordinal);
        Assert.Contains("Die Stadt hat entschieden.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://town.example/permit/mine\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MailAgain", nameof(MessageState.Waiting))]
    [InlineData("Print", nameof(MessageState.ToPrint))]
    [InlineData("Settle", nameof(MessageState.Withdrawn))]
    public async Task A_clerk_decides_about_a_message_that_reached_nobody(string decision, string becomes)
    {
        await using var town = await DemoTownAsync();
        await town.Mailroom.SendAsync(SampleDrafts.ByEmail() with { Letter = SampleLetters.Decision }, Cancellation);
        await town.DeliverAsync();
        var id = (await town.MessagesAsync()).Single().Id;
        using var clerk = await ClerkAsync(town);
        Assert.Contains("Es gibt keine E-Mail-Adresse", await clerk.ReadAsync("/office/messages"), StringComparison.Ordinal);
        using var decided = await clerk.SubmitAsync($"/office/messages/{id}", $"/office/messages/{id}/decision", ("decision", decision));
        Assert.Equal(HttpStatusCode.SeeOther, decided.StatusCode);
        Assert.Equal(becomes, (await town.MessagesAsync()).Single().State.ToString());

        using var again = await clerk.SubmitAsync("/sign-in", $"/office/messages/{id}/decision", ("decision", decision));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        await using var database = await town.OpenAsync();
        Assert.Equal($"message/{id}", Assert.Single(database.Audit.Where(entry => entry.Subject.StartsWith("message/"))).Subject);
    }

    [Fact]
    public async Task A_clerk_does_not_read_a_message_that_went_its_way()
    {
        await using var town = await DemoTownAsync();
        await town.Mailroom.SendAsync(SampleDrafts.OnPaper(), Cancellation);
        using var clerk = await ClerkAsync(town);
        using var answer = await clerk.GetAsync($"/office/messages/{(await town.MessagesAsync()).Single().Id}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("entschieden", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/office/messages")]
    [InlineData("/office/print-queue")]
    public async Task Only_clerks_see_messages_and_letters(string page)
    {
        await using var town = await DemoTownAsync();
        using var stranger = new PageReader(town);
        using var answer = await stranger.GetAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var clerk = await ClerkAsync(town);
        await clerk.ReadAsync(page);
    }

    internal static Task<MessagesTown> DemoTownAsync(DatabaseKind kind = DatabaseKind.Sqlite) => MessagesTown.CreateAsync(kind, ("Town:Demo", "true"));

    internal static async Task<PageReader> ClerkAsync(MessagesTown town)
    {
        var clerk = new PageReader(town);
        await clerk.SignInAsync();
        return clerk;
    }
}
