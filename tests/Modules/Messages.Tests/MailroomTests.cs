using Modellstadt.Kernel.Storage;
using Modellstadt.Messages.Tests.Letters;
using Modellstadt.Testing;

namespace Modellstadt.Messages.Tests;

/// <summary>What the mailroom takes, and what it does not.</summary>
public sealed class MailroomTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_with_a_known_key_is_the_same_message(DatabaseKind kind)
    {
        await using var town = await MessagesTown.CreateAsync(kind);
        await town.Mailroom.SendAsync(SampleDrafts.OnPaper(), TestContext.Current.CancellationToken);
        await town.Mailroom.SendAsync(SampleDrafts.OnPaper() with { Subject = "Ein anderer Betreff" }, TestContext.Current.CancellationToken);
        await town.Mailroom.SendAsync([SampleDrafts.OnPaper(), SampleDrafts.OnPaper("decision/2"), SampleDrafts.OnPaper("decision/2")], TestContext.Current.CancellationToken);
        Assert.Equal(["Ihr Bewohnerparkausweis ist da", "Ihr Bewohnerparkausweis ist da"], (await town.MessagesAsync()).Select(message => message.Subject));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Two_senders_of_one_message_at_the_same_time_send_it_once(DatabaseKind kind)
    {
        await using var town = await MessagesTown.CreateAsync(kind);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => town.Mailroom.SendAsync(SampleDrafts.OnPaper(), TestContext.Current.CancellationToken)));
        Assert.Single(await town.MessagesAsync());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_letter_comes_back_from_storage_as_it_was(DatabaseKind kind)
    {
        await using var town = await MessagesTown.CreateAsync(kind);
        await town.Mailroom.SendAsync(SampleDrafts.OnPaper(), TestContext.Current.CancellationToken);
        var stored = System.Text.Json.JsonSerializer.Deserialize<Letter>(Assert.Single(await town.MessagesAsync()).Letter!)!;
        Assert.Equal(LetterPdf.Of(SampleLetters.Decision), LetterPdf.Of(stored));
    }

    [Fact]
    public async Task A_draft_that_breaks_a_rule_is_refused_and_nothing_is_stored()
    {
        await using var town = await MessagesTown.CreateAsync();
        var good = SampleDrafts.OnPaper();
        MessageDraft[] broken =
        [
            good with { Subject = "Zeile\r\nBcc: somebody@example.org" }, good with { Subject = "" }, good with { Subject = new string('a', 121) }, good with { Key = "" },
            good with { Paragraphs = [] }, good with { Letter = null }, good with { Letter = SampleLetters.Slip }, good with { Recipient = new EmailRecipient("") },
            good with { Link = new MessageLink("weiter", new Uri("/permit", UriKind.Relative)) },
        ];
        foreach (var draft in broken)
            await Assert.ThrowsAsync<ArgumentException>(() => town.Mailroom.SendAsync([good, draft], TestContext.Current.CancellationToken));
        Assert.Empty(await town.MessagesAsync());
        await town.Mailroom.SendAsync(good, TestContext.Current.CancellationToken);
        Assert.Single(await town.MessagesAsync());
    }
}
