using MimeKit;
using Modellstadt.Kernel.Storage;
using Modellstadt.Messages.Delivery;
using Modellstadt.Messages.Storage;
using Modellstadt.Messages.Tests.Letters;
using Modellstadt.Testing;
using SmtpServer.Protocol;

namespace Modellstadt.Messages.Tests.Delivery;

/// <summary>Mail over the wire to a real mail server, and what happens when it says no.</summary>
public sealed class DeliverMailTests
{
    private static readonly SmtpResponse Greylisted = new((SmtpReplyCode)451, "4.7.1 come back later, zoe@example.org");
    private static readonly SmtpResponse Unknown = new((SmtpReplyCode)550, "5.1.1 zoe@example.org is unknown here");

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_arrives_once_as_text_and_as_HTML(DatabaseKind kind)
    {
        await using var server = new MailServer(withSignIn: true);
        await using var town = await MessagesTown.CreateAsync(kind, server.Settings(password: MailServer.Password));
        await town.ConfirmAddressAsync();
        await town.Mailroom.SendAsync(SampleDrafts.ByEmail(), TestContext.Current.CancellationToken);
        await town.DeliverAsync();
        await town.DeliverAsync();

        var mail = Assert.Single(server.Mails);
        Assert.Equal("zoe@example.org", mail.To.Mailboxes.Single().Address);
        Assert.Equal(("Gelsenkirchen", "buergerservice@town.example"), (mail.From.Mailboxes.Single().Name, mail.From.Mailboxes.Single().Address));
        Assert.Equal("Ihr Bewohnerparkausweis ist da", mail.Subject);
        Assert.Equal(town.Time.Now, mail.Date);
        Assert.EndsWith("@town.example", mail.MessageId, StringComparison.Ordinal);
        Assert.Equal(("de", "auto-generated"), (mail.Body!.Headers[HeaderId.ContentLanguage], mail.Headers["Auto-Submitted"]));
        Assert.Contains("Bescheid ansehen:\r\nhttps://town.example/permit/mine\r\n", mail.TextBody!.ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\">", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("<title>Ihr Bewohnerparkausweis ist da</title>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("<p>Gr&#xFC;n &amp; &lt;frei&gt;.</p>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://town.example/permit/mine\">Bescheid ansehen</a>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(MessageState.Sent, Assert.Single(await town.MessagesAsync()).State);
    }

    [Fact]
    public async Task TLS_from_the_first_byte_works_as_well()
    {
        await using var server = new MailServer(tlsAtOnce: true);
        await using var town = await TownWithMessageAsync(server, server.Settings("Tls"));
        await town.DeliverAsync();
        Assert.Single(server.Mails);
    }

    [Theory]
    [InlineData("another password")]
    [InlineData("no TLS")]
    [InlineData("another authority")]
    public async Task Nothing_is_sent_over_a_connection_that_is_not_what_was_agreed(string change)
    {
        await using var server = new MailServer(withTls: change != "no TLS", withSignIn: change == "another password");
        using var stranger = new PrivateAuthority();
        var settings = server.Settings(password: change == "another password" ? "wrong" : null);
        await using var town = await TownWithMessageAsync(server, change == "another authority" ? [.. settings, ("Messages:Smtp:Authority", stranger.RootFile)] : settings);
        await town.DeliverAsync();
        Assert.Empty(server.Mails);
        Assert.Equal((MessageState.Waiting, 0), Assert.Single((await town.MessagesAsync()).Select(message => (message.State, message.Attempts))));

        // The operator mends the settings: nothing was lost.
        await using var mended = new MailServer();
        await town.RestartAsync([.. mended.Settings(), ("Messages:Smtp:User", "")]);
        await town.DeliverAsync();
        Assert.Single(mended.Mails);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_server_that_says_later_is_asked_again_with_growing_pauses(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var town = await TownWithMessageAsync(server, server.Settings(), kind);
        server.AnswerNext(Greylisted);
        server.AnswerNext(Greylisted);
        await town.DeliverAsync();
        var first = Assert.Single(await town.MessagesAsync());
        Assert.Equal((MessageState.Waiting, "451 4.7.1"), (first.State, first.Reason));
        Assert.Equal(town.Time.Now + TimeSpan.FromMinutes(1), first.NextAttemptAt);

        await town.DeliverAsync();
        Assert.Single(server.Answers);

        town.Wait(TimeSpan.FromMinutes(1));
        await town.DeliverAsync();
        Assert.Equal(town.Time.Now + TimeSpan.FromMinutes(2), Assert.Single(await town.MessagesAsync()).NextAttemptAt);

        town.Wait(TimeSpan.FromMinutes(2));
        await town.DeliverAsync();
        Assert.Single(server.Mails);
        Assert.Equal((MessageState.Sent, null), Assert.Single((await town.MessagesAsync()).Select(message => (message.State, message.Reason))));
    }

    [Theory]
    [InlineData(false, nameof(MessageState.NeedsClerk))]
    [InlineData(true, nameof(MessageState.ToPrint))]
    public async Task A_mail_that_is_refused_for_good_goes_to_a_clerk_or_on_paper(bool onPaperOtherwise, string becomes)
    {
        await using var server = new MailServer { AboutRecipient = _ => Unknown };
        await using var town = await MessagesTown.CreateAsync(DatabaseKind.Sqlite, server.Settings());
        await town.ConfirmAddressAsync();
        await town.Mailroom.SendAsync(SampleDrafts.ByEmail() with { Recipient = new EmailRecipient(SampleDrafts.Owner, onPaperOtherwise), Letter = SampleLetters.Decision }, TestContext.Current.CancellationToken);
        await town.DeliverAsync();
        await town.DeliverAsync();
        var message = Assert.Single(await town.MessagesAsync());
        // The server's words name the address; its codes do not.
        Assert.Equal((becomes, "550 5.1.1", 1), (message.State.ToString(), message.Reason, message.Attempts));
        Assert.NotNull(message.Letter);
    }

    [Fact]
    public async Task One_refused_mail_holds_up_no_other()
    {
        await using var server = new MailServer { AboutRecipient = address => address == "zoe@example.org" ? Unknown : null };
        await using var town = await TownWithMessageAsync(server, server.Settings());
        await town.ConfirmAddressAsync("ben@example.org", "resident/4712");
        await town.Mailroom.SendAsync(SampleDrafts.ByEmail("decision/2") with { Recipient = new EmailRecipient("resident/4712") }, TestContext.Current.CancellationToken);
        await town.DeliverAsync();
        Assert.Equal("ben@example.org", Assert.Single(server.Mails).To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_alone_after_the_timeout_and_asked_again()
    {
        await using var server = new MailServer();
        await using var town = await TownWithMessageAsync(server, server.Settings());
        var answered = new TaskCompletionSource<SmtpResponse>();
        server.Answers.Enqueue(cancellation => answered.Task.WaitAsync(cancellation));
        await town.DeliverAsync();
        Assert.Equal(MessageState.Waiting, Assert.Single(await town.MessagesAsync()).State);
        Assert.Empty(server.Mails);
        answered.SetResult(new SmtpResponse((SmtpReplyCode)451, "4.3.0 too late"));

        town.Wait(TimeSpan.FromMinutes(1));
        await town.DeliverAsync();
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task A_mail_whose_receipt_got_lost_comes_again_with_the_same_Message_ID()
    {
        await using var server = new MailServer();
        await using var town = await TownWithMessageAsync(server, server.Settings());
        await town.DeliverAsync();
        // The process died between the server's yes and its own note: the claim runs out.
        await using (var database = await town.OpenAsync())
        {
            var message = database.Messages.Single();
            (message.State, message.NextAttemptAt, message.SettledAt) = (MessageState.Waiting, town.Time.Now.AddMinutes(20), null);
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await town.DeliverAsync();
        Assert.Single(server.Mails);
        town.Wait(TimeSpan.FromMinutes(20));
        await town.DeliverAsync();
        Assert.Equal(2, server.Mails.Count);
        Assert.Single(server.Mails.Select(mail => mail.MessageId).Distinct());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Two_processes_send_each_message_once(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var town = await TownWithMessageAsync(server, server.Settings(), kind);
        await town.Mailroom.SendAsync([.. Enumerable.Range(2, 20).Select(number => SampleDrafts.ByEmail($"decision/{number}"))], TestContext.Current.CancellationToken);
        await Task.WhenAll(town.DeliverAsync(), town.DeliverAsync(), town.DeliverAsync());
        Assert.Equal(21, server.Mails.Count);
        Assert.Equal(21, server.Mails.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_is_gone_for_days_loses_no_message()
    {
        await using var server = new MailServer();
        await using var town = await TownWithMessageAsync(server, server.Settings());
        await server.StopAsync();
        await town.DeliverAsync();
        Assert.Equal(MessageState.Waiting, Assert.Single(await town.MessagesAsync()).State);
        town.Wait(TimeSpan.FromDays(5) + TimeSpan.FromMinutes(1));
        await town.DeliverAsync();
        Assert.Equal((MessageState.NeedsClerk, "retries-over"), Assert.Single((await town.MessagesAsync()).Select(message => (message.State, message.Reason))));
    }

    [Theory]
    [InlineData(true, nameof(MessageState.Shown))]
    [InlineData(false, nameof(MessageState.NeedsClerk))]
    public async Task Without_a_mail_server_a_demo_town_shows_its_messages_and_a_real_one_tells_a_clerk(bool demo, string becomes)
    {
        await using var town = await MessagesTown.CreateAsync(DatabaseKind.Sqlite, ("Town:Demo", demo.ToString()));
        await town.ConfirmAddressAsync();
        await town.Mailroom.SendAsync(SampleDrafts.ByEmail(), TestContext.Current.CancellationToken);
        await town.DeliverAsync();
        Assert.Equal(becomes, Assert.Single(await town.MessagesAsync()).State.ToString());
    }

    [Fact]
    public async Task The_content_of_a_message_is_deleted_after_its_time_and_its_key_still_counts()
    {
        await using var server = new MailServer();
        await using var town = await TownWithMessageAsync(server, server.Settings());
        await town.DeliverAsync();
        town.Wait(TimeSpan.FromDays(90));
        await town.ForgetAsync();
        Assert.NotNull(Assert.Single(await town.MessagesAsync()).Body);

        town.Wait(TimeSpan.FromMinutes(1));
        await town.ForgetAsync();
        var message = Assert.Single(await town.MessagesAsync());
        Assert.Equal((null, null, null), (message.Subject, message.Body, message.Letter));
        await town.Mailroom.SendAsync(SampleDrafts.ByEmail(), TestContext.Current.CancellationToken);
        await town.DeliverAsync();
        Assert.Single(server.Mails);
    }

    [Theory]
    [InlineData("Messages:Smtp:From", "")]
    [InlineData("Messages:Smtp:Security", "None")]
    [InlineData("Messages:Smtp:Authority", "/there/is/no/such/file")]
    public async Task Settings_that_would_send_nothing_or_a_password_in_the_clear_stop_the_start(string key, string value)
    {
        await using var server = new MailServer();
        var settings = server.Settings(password: MailServer.Password);
        await using (await MessagesTown.CreateAsync(DatabaseKind.Sqlite, settings))
        {
        }

        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => MessagesTown.CreateAsync(DatabaseKind.Sqlite, [.. settings, (key, value)]));
    }

    [Fact]
    public void Pauses_grow_up_to_four_hours() =>
        Assert.Equal([1, 2, 4, 8, 240, 240], new[] { 1, 2, 3, 4, 9, 100 }.Select(attempts => NextStep.Pause(attempts).TotalMinutes));

    private static async Task<MessagesTown> TownWithMessageAsync(MailServer server, (string Key, string Value)[] settings, DatabaseKind kind = DatabaseKind.Sqlite)
    {
        Assert.Empty(server.Mails);
        var town = await MessagesTown.CreateAsync(kind, settings);
        await town.ConfirmAddressAsync();
        await town.Mailroom.SendAsync(SampleDrafts.ByEmail(), TestContext.Current.CancellationToken);
        return town;
    }
}
