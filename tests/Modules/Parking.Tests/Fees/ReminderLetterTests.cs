using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Messages;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Payments;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Fees;

/// <summary>Who has not paid gets a letter at each level, once, and reads with the notice what it says.</summary>
public sealed class ReminderLetterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_unpaid_fee_is_reminded_and_dunned_on_paper_once_each_and_the_holder_sees_it(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (citizen, notice) = await GrantAsync(town);
        await WaitForLettersAsync(town, 1);

        await PassAsync(town, notice, 10);
        await WaitForLettersAsync(town, 2);
        Assert.Contains("data-reminder=\"Reminder\"", (await NoticeAsync(citizen)).Html, StringComparison.Ordinal);

        await PassAsync(town, notice, 31);
        await WaitForLettersAsync(town, 3);
        var page = await NoticeAsync(citizen);
        Assert.All(["data-reminder=\"Dunning\"", "darin Mahngebühr: 5,00 €", "35,00 €"], words => Assert.Contains(words, page.Html, StringComparison.Ordinal));

        // The books tell at least once; of a level that a sharper one has overtaken no letter is written any more.
        foreach (var level in new[] { 1, 2, 2 })
            await TellAsync(town, notice, level);
        Assert.Equal(3, await LettersAsync(town));
    }

    [Fact]
    public async Task Who_owes_nothing_more_between_two_levels_gets_no_further_letter()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (citizen, notice) = await GrantAsync(town);
        await PassAsync(town, notice, 10);
        await WaitForLettersAsync(town, 2);
        await town.Services.GetRequiredService<Receivables>().CreditAsync("1", notice.ReceivableKey, notice.AmountCents, "Rückgabe", Cancellation);
        await PassAsync(town, notice, 31);
        await TellAsync(town, notice, 1);
        Assert.Equal(2, await LettersAsync(town));
        Assert.DoesNotContain("data-reminder", (await NoticeAsync(citizen)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReminderKind.Reminder, 0, "Zahlungserinnerung", false)]
    [InlineData(ReminderKind.Dunning, 500, "Mahnung", true)]
    public void A_letter_says_what_is_open_until_when_by_which_provision_and_what_can_be_done(ReminderKind kind, long fee, string title, bool remedy)
    {
        var reminder = new ReceivableReminder(2, kind, new DateOnly(2027, 1, 24), new DateOnly(2027, 2, 7), fee, fee == 0 ? null : "§ 1 Satzung");
        var letter = FeeLetter.Of(new FeeLetterFile(Notice, 3000 + fee, reminder, new Remedy.Action("Verwaltungsgericht", "Gelsenkirchen"), Sender), Language.German);

        Assert.Equal((title, "GE-2026-000001", "Erika Beispiel", reminder.On), (letter.Title, letter.Reference, letter.Addressee!.Name, letter.Day));
        Assert.Contains(letter.Blocks.OfType<LetterTable>().Single().Rows, row => row.Value == (fee == 0 ? "30,00 €" : "35,00 €"));
        Assert.Contains(letter.Blocks.OfType<LetterTable>().Single().Rows, row => row.Value == "07.02.2027");
        Assert.Contains(fee == 0 ? "EUR30" : "EUR35", letter.Blocks.OfType<LetterQrCode>().Single().Content, StringComparison.Ordinal);
        Assert.Equal(remedy, letter.Blocks.OfType<LetterRemedy>().Any());
        Assert.Equal(remedy, letter.Blocks.OfType<LetterParagraph>().Any(paragraph => paragraph.Text.Contains("§ 1 Satzung", StringComparison.Ordinal)));
        var english = FeeLetter.Of(new FeeLetterFile(Notice, 3000 + fee, reminder, new Remedy.Unknown(), Sender), Language.English);
        Assert.NotEqual(letter.Title, english.Title);
    }

    private static LetterSender Sender { get; } = new(new PostalAddress("Stadt Gelsenkirchen", "", "", "Gelsenkirchen"), []);

    private static FeeNotice Notice { get; } = new()
    {
        Id = Guid.Empty, Ags = "05513000", PermitId = Guid.Empty, ApplicationId = Guid.Empty, Occasion = ApplicationPurpose.FirstPermit, Reference = "GE-2026-000001",
        AddresseeName = "Erika Beispiel", AddresseeStreet = "Bahnhofstraße 1", AddresseePlace = "45879 Gelsenkirchen", AmountCents = 3000, FeeRuleId = "demo", Demo = false,
        IssuedOn = new DateOnly(2026, 11, 24), DueOn = new DateOnly(2026, 12, 24), PayeeName = "Stadt", PayeeIban = "DE02120300000000202051",
    };

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_permit_does_not_rest_for_the_fee_of_a_reminder_alone(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (citizen, notice) = await GrantAsync(town);
        await PassAsync(town, notice, 10);
        await PassAsync(town, notice, 31);
        await RestAsync(town, notice);
        var rounds = town.Services.GetServices<IHostedService>().OfType<SuspendUnpaidRounds>().Single();
        await rounds.RunRoundAsync(Cancellation);
        Assert.Equal(PermitState.Suspended, (await town.PermitOfAsync(citizen)).State);

        await town.Services.GetRequiredService<Receivables>().CreditAsync("1", notice.ReceivableKey, notice.AmountCents, "Zahlung", Cancellation);
        await rounds.RunRoundAsync(Cancellation);

        var standing = (await town.Services.GetRequiredService<Receivables>().ReadAsync(notice.ReceivableKey, Cancellation))!;
        Assert.Equal((500, 500, PermitState.Active), (standing.OpenCents, standing.ReminderFeeCents, (await town.PermitOfAsync(citizen)).State));
    }

    private static async Task RestAsync(PermitTown town, FeeNotice notice)
    {
        await using var database = await town.OpenDatabaseAsync();
        (await database.Permits.SingleAsync(permit => permit.Id == notice.PermitId, Cancellation)).State = PermitState.Suspended;
        await database.UnpaidFees.Where(unpaid => unpaid.NoticeId == notice.Id).ExecuteDeleteAsync(Cancellation);
        database.UnpaidFees.Add(new UnpaidFee { NoticeId = notice.Id, PermitId = notice.PermitId, ReceivableKey = notice.ReceivableKey, DueOn = notice.DueOn, Suspends = true });
        await database.SaveChangesAsync(Cancellation);
    }

    private static async Task<(Citizen Citizen, FeeNotice Notice)> GrantAsync(PermitTown town)
    {
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var notice = await town.ReadAsync(database => database.FeeNotices.AsNoTracking().SingleAsync(notice => notice.ApplicationId == citizen.Application, Cancellation));
        await Staff.UntilAsync(async () => await town.Services.GetRequiredService<Receivables>().ReadAsync(notice.ReceivableKey, Cancellation) is not null);
        return (citizen, notice);
    }

    private static Task<Page> NoticeAsync(Citizen citizen) => citizen.Browser.OpenAsync($"{citizen.PagePath}/fee-notice");

    private static Task TellAsync(PermitTown town, FeeNotice notice, int level) =>
        town.Services.GetServices<IReceivableReceiver>().OfType<SendReminder>().Single().ReceiveAsync(new ReceivableNews(notice.ReceivableKey, ReceivableNewsKind.Reminded, level), Cancellation);

    /// <summary>So many days after the due day the bank says that nothing came, and the books' round runs.</summary>
    private static async Task PassAsync(PermitTown town, FeeNotice notice, int days)
    {
        town.Time.Now = new DateTimeOffset(notice.DueOn.AddDays(days), new TimeOnly(9, 0), TimeSpan.Zero);
        var clerk = await town.SignInAsync("Clerk");
        await clerk.OpenAsync("/office/payments");
        var file =
            $"""
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId><CreDtTm>2026-11-24T06:00:00</CreDtTm></GrpHdr>
            <Stmt><Id>{days}</Id><Acct><Id><IBAN>{notice.PayeeIban}</IBAN></Id></Acct>{Balance("OPBD", notice.DueOn.AddDays(days))}{Balance("CLBD", notice.DueOn.AddDays(days))}</Stmt></BkToCstmrStmt></Document>
            """;
        Assert.Equal(HttpStatusCode.SeeOther, (await clerk.UploadAsync("/office/payments/statements", "statement", file)).Status);
        await town.Services.GetServices<IHostedService>().OfType<RoundService>().Single(round => round.GetType().Name == "RemindOverdue").RunRoundAsync(Cancellation);
    }

    private static string Balance(string code, DateOnly day) =>
        $"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{day:yyyy-MM-dd}</Dt></Dt></Bal>";

    private static Task WaitForLettersAsync(PermitTown town, int count) => Staff.UntilAsync(async () => await LettersAsync(town) == count);

    /// <summary>How many letters wait for paper, as a clerk reads it.</summary>
    private static async Task<int> LettersAsync(PermitTown town)
    {
        var page = (await (await town.SignInAsync("Clerk")).OpenAsync("/office/print-queue")).Html;
        return Enumerable.Range(1, 9).FirstOrDefault(count => page.Contains(count == 1 ? "1 Brief wartet." : $"{count} Briefe warten.", StringComparison.Ordinal));
    }
}
