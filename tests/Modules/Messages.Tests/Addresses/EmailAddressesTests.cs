using System.Net;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Messages.Addresses;
using Modellstadt.Messages.Storage;
using Modellstadt.Messages.Tests.Delivery;
using Modellstadt.Messages.Tests.Letters;
using Modellstadt.Messages.Tests.Office;
using Modellstadt.Testing;

namespace Modellstadt.Messages.Tests.Addresses;

/// <summary>An address gets nothing but one question until its reader has said yes.</summary>
public sealed class EmailAddressesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_address_that_nobody_confirmed_gets_the_question_and_nothing_else(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var town = await MessagesTown.CreateAsync(kind, server.Settings());
        Assert.Equal(new KeptAddress("zoe@example.org", IsConfirmed: false), (await town.Addresses.AskAsync(SampleDrafts.Owner, " zoe@Example.org ", Language.English, Cancellation)).Value);
        await town.Mailroom.SendAsync(SampleDrafts.ByEmail(), Cancellation);
        var code = await town.CodeOfAsync();
        await town.DeliverAsync();
        await town.DeliverAsync();
        Assert.Equal("Please confirm your e-mail address", Assert.Single(server.Mails).Subject);
        Assert.Contains($"/email/{code}", server.Mails.Single().TextBody, StringComparison.Ordinal);

        Assert.Equal(new KeptAddress("zoe@example.org", IsConfirmed: true), (await town.Addresses.ConfirmAsync(code, Cancellation)).Value);
        await town.DeliverAsync();
        Assert.Equal("Ihr Bewohnerparkausweis ist da", server.Mails.Last().Subject);
        Assert.Equal(2, server.Mails.Count);
    }

    [Fact]
    public async Task The_link_counts_once_and_for_three_days()
    {
        await using var town = await MessagesTown.CreateAsync();
        await town.Addresses.AskAsync(SampleDrafts.Owner, "zoe@example.org", Language.German, Cancellation);
        var code = await town.CodeOfAsync();
        Assert.IsType<ConfirmationUnknown>((await town.Addresses.ConfirmAsync(code[..^1] + (code[^1] == 'A' ? 'B' : 'A'), Cancellation)).Refusal);
        town.Wait(TimeSpan.FromDays(3));
        Assert.IsType<ConfirmationUnknown>((await town.Addresses.ConfirmAsync(code, Cancellation)).Refusal);
        town.Wait(TimeSpan.FromSeconds(-1));
        Assert.Null((await town.Addresses.ConfirmAsync(code, Cancellation)).Refusal);
        Assert.IsType<ConfirmationUnknown>((await town.Addresses.ConfirmAsync(code, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Another_address_of_the_same_person_is_asked_anew_and_the_old_link_ends()
    {
        await using var server = new MailServer();
        await using var town = await MessagesTown.CreateAsync(DatabaseKind.Sqlite, server.Settings());
        await town.Addresses.AskAsync(SampleDrafts.Owner, "zoe@example.org", Language.German, Cancellation);
        var first = await town.CodeOfAsync();
        town.Wait(TimeSpan.FromMinutes(1));
        await town.Addresses.AskAsync(SampleDrafts.Owner, "zoe@example.net", Language.German, Cancellation);
        await town.DeliverAsync();
        Assert.Equal("zoe@example.net", Assert.Single(server.Mails).To.Mailboxes.Single().Address);
        Assert.IsType<ConfirmationUnknown>((await town.Addresses.ConfirmAsync(first, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Nobody_can_flood_a_mailbox_with_questions()
    {
        await using var town = await MessagesTown.CreateAsync();
        foreach (var round in Enumerable.Range(1, 3))
            Assert.Null((await town.Addresses.AskAsync(SampleDrafts.Owner, $"zoe{round}@example.org", Language.German, Cancellation)).Refusal);
        Assert.IsType<TooManyConfirmations>((await town.Addresses.AskAsync(SampleDrafts.Owner, "zoe4@example.org", Language.German, Cancellation)).Refusal);
        foreach (var other in Enumerable.Range(1, 3))
            Assert.Null((await town.Addresses.AskAsync($"resident/{other}", "victim@example.org", Language.German, Cancellation)).Refusal);
        Assert.IsType<TooManyConfirmations>((await town.Addresses.AskAsync("resident/4", "victim@example.org", Language.German, Cancellation)).Refusal);
        town.Wait(TimeSpan.FromDays(1));
        Assert.Null((await town.Addresses.AskAsync("resident/4", "victim@example.org", Language.German, Cancellation)).Refusal);
        Assert.Null((await town.Addresses.AskAsync(SampleDrafts.Owner, "zoe4@example.org", Language.German, Cancellation)).Refusal);
    }

    [Fact]
    public async Task What_the_law_wants_on_paper_is_printed_when_nobody_confirms_and_the_address_is_deleted()
    {
        await using var town = await MessagesTown.CreateAsync();
        await town.Addresses.AskAsync(SampleDrafts.Owner, "zoe@example.org", Language.German, Cancellation);
        await town.Mailroom.SendAsync(SampleDrafts.ByEmail() with { Recipient = new EmailRecipient(SampleDrafts.Owner, OnPaperOtherwise: true), Letter = SampleLetters.Decision }, Cancellation);
        await town.DeliverAsync();
        town.Wait(TimeSpan.FromDays(3));
        await town.ForgetAsync();
        Assert.NotNull(await town.Addresses.FindAsync(SampleDrafts.Owner, Cancellation));
        town.Wait(TimeSpan.FromSeconds(1));
        await town.ForgetAsync();
        Assert.Null(await town.Addresses.FindAsync(SampleDrafts.Owner, Cancellation));
        Assert.Equal((MessageState.ToPrint, "not-confirmed"), (await town.MessagesAsync()).Where(message => !message.AsksToConfirm).Select(message => (message.State, message.Reason)).Single());
    }

    [Fact]
    public async Task Who_takes_the_address_back_gets_no_mail_any_more()
    {
        await using var server = new MailServer();
        await using var town = await MessagesTown.CreateAsync(DatabaseKind.Sqlite, server.Settings());
        await town.ConfirmAddressAsync();
        await town.Mailroom.SendAsync(SampleDrafts.ByEmail(), Cancellation);
        await town.Addresses.ForgetAsync(SampleDrafts.Owner, Cancellation);
        await town.DeliverAsync();
        Assert.Empty(server.Mails);
        Assert.Null(await town.Addresses.FindAsync(SampleDrafts.Owner, Cancellation));
        Assert.Equal((MessageState.Withdrawn, null), (await town.MessagesAsync()).Select(message => (message.State, message.Body)).Single());
    }

    [Fact]
    public async Task A_program_that_opens_the_link_confirms_nothing_and_the_button_does()
    {
        await using var town = await MessagesTown.CreateAsync();
        await town.Addresses.AskAsync(SampleDrafts.Owner, "zoe@example.org", Language.German, Cancellation);
        var page = $"/email/{await town.CodeOfAsync()}";
        using var browser = new PageReader(town);
        Assert.Contains("Ja, schreiben Sie mir hierhin", await browser.ReadAsync(page), StringComparison.Ordinal);
        Assert.False((await town.Addresses.FindAsync(SampleDrafts.Owner, Cancellation))!.IsConfirmed);
        using var pressed = await browser.SubmitAsync(page, page, ("_handler", "confirm"));
        Assert.Equal(HttpStatusCode.OK, pressed.StatusCode);
        Assert.True((await town.Addresses.FindAsync(SampleDrafts.Owner, Cancellation))!.IsConfirmed);
        using var again = await browser.GetAsync(page);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    [Theory]
    [InlineData("zoe@example.org", "zoe@example.org")]
    [InlineData(" Zoe.M+parken@Bücher.Example ", "Zoe.M+parken@xn--bcher-kva.example")]
    [InlineData("zoe", null)]
    [InlineData("zoe@localhost", null)]
    [InlineData("zoe@@example.org", null)]
    [InlineData("zoe@example.org,ben@example.org", null)]
    [InlineData("Zoe <zoe@example.org>", null)]
    [InlineData("zoe@example.org\r\nBcc: ben@example.org", null)]
    [InlineData("zoe@exa\nmple.org", null)]
    [InlineData(".zoe@example.org", null)]
    [InlineData("zoe@-example.org", null)]
    [InlineData("", null)]
    public void An_address_is_one_recipient_and_nothing_else(string typed, string? read) => Assert.Equal(read, AddressSyntax.Read(typed));

    [Fact]
    public void An_address_has_at_most_254_characters() => Assert.Null(AddressSyntax.Read($"zoe@{string.Join('.', Enumerable.Repeat(new string('a', 60), 5))}.org"));

    [Fact]
    public async Task What_is_no_address_is_refused_and_nothing_is_kept()
    {
        await using var town = await MessagesTown.CreateAsync();
        Assert.IsType<AddressUnusable>((await town.Addresses.AskAsync(SampleDrafts.Owner, "zoe@example.org\r\nBcc: ben@example.org", Language.German, Cancellation)).Refusal);
        Assert.Empty(await town.MessagesAsync());
        Assert.Null(await town.Addresses.FindAsync(SampleDrafts.Owner, Cancellation));
    }
}
