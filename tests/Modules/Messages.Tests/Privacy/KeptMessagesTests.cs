using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Messages.Tests.Letters;
using Modellstadt.Testing;

namespace Modellstadt.Messages.Tests.Privacy;

/// <summary>What was written to a person stands in the copy of their data (Art. 15 (3) GDPR).</summary>
public sealed class KeptMessagesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_person_finds_mails_and_letters_and_nobody_elses(DatabaseKind kind)
    {
        await using var town = await MessagesTown.CreateAsync(kind);
        await town.Mailroom.SendAsync(
            [
                SampleDrafts.ByEmail("mail"),
                SampleDrafts.OnPaper("letter") with { Recipient = new PostalRecipient(SampleDrafts.Owner) },
                SampleDrafts.ByEmail("other") with { Recipient = new EmailRecipient("resident/47110"), Paragraphs = ["Nicht für Sie."] },
            ],
            Cancellation);

        var found = await CopyAsync(town, "4711");

        Assert.Equal(2, found.Count);
        Assert.All(found, record => Assert.Equal(["Die Stadt hat entschieden.", "Grün & <frei>."], record.Facts.Where(fact => fact.Name == "text").Select(fact => fact.Value)));
        var letter = Assert.Single(found, record => record.Facts.Any(fact => fact.Name == "letter_text"));
        Assert.Contains(letter.Facts, fact => fact.Name == "letter_to" && fact.Value.StartsWith(SampleLetters.Decision.Addressee!.Name, StringComparison.Ordinal));
        Assert.Contains("Nicht für Sie.", Assert.Single(await CopyAsync(town, "47110")).Facts.Select(fact => fact.Value));
        Assert.Empty(await CopyAsync(town, "471"));
    }

    [Fact]
    public async Task The_copy_opens_nothing()
    {
        await using var town = await MessagesTown.CreateAsync();
        await town.Mailroom.SendAsync(SampleDrafts.ByEmail() with { Link = new MessageLink("Verlängern", new Uri("https://town.example/permit/renewal/secret")) }, Cancellation);

        Assert.DoesNotContain(Assert.Single(await CopyAsync(town, "4711")).Facts, fact => fact.Value.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_forgotten_is_in_no_copy()
    {
        await using var town = await MessagesTown.CreateAsync(DatabaseKind.Sqlite, ("Town:Demo", "true"));
        await town.ConfirmAddressAsync();
        await town.Mailroom.SendAsync(SampleDrafts.ByEmail(), Cancellation);
        await DeliveredAsync(town);
        Assert.Single(await CopyAsync(town, "4711"));

        town.Wait(TimeSpan.FromDays(91));
        await town.ForgetAsync();

        Assert.Empty(await CopyAsync(town, "4711"));
    }

    /// <summary>The town's own round may have the message in hand.</summary>
    private static async Task DeliveredAsync(MessagesTown town)
    {
        for (var look = 0; look < 200 && (await town.MessagesAsync()).Exists(message => message.SettledAt is null); look++)
        {
            await town.DeliverAsync();
            await Task.Delay(50, Cancellation);
        }
    }

    /// <summary>What this module adds to the copy; others have records of the person too.</summary>
    private static Task<IReadOnlyList<PersonalRecord>> CopyAsync(MessagesTown town, string resident) =>
        Assert.Single(town.Services.GetServices<IPersonalRecords>(), records => records.GetType().Assembly == typeof(Mailroom).Assembly).OfAsync(resident, Cancellation);
}
