using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>From the decision on a phone to its fee in the books: what a citizen keeps, and every page on which a clerk handles money, registers' leftovers and programs of others.</summary>
public sealed partial class MoneyJourney(CityBrowser city)
{
    /// <summary>Milliseconds; the outbox lies before it.</summary>
    private const int LongestWait = 60_000;

    /// <summary>Pages of the office that no other journey opens.</summary>
    private static readonly string[] OfficePages =
        ["/office/payments/refunds", "/office/payments/enforcement", "/office/persons", "/office/privacy", "/office/vehicle-uses", "/office/street-cases", "/office/interfaces"];

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task A_fee_goes_from_the_decision_letter_into_the_books(string language)
    {
        await using var town = await RunningTown.StartAsync(city.Authority);
        await using var citizen = await city.PhoneAsync(town, language);
        await citizen.BecomeCitizenAsync();
        await citizen.GetPermitAsync();
        var (iban, reference) = await ReadOwnPagesAsync(citizen);

        await using var clerk = await city.DesktopAsync(town, language);
        await clerk.SignInAsDemoStaffAsync("/office/payments", "Emre Aktenstein");
        await FollowReceivableAsync(clerk);
        await UploadAsync(clerk, StatementOf(iban, reference));
        await Assertions.Expect(clerk.Page.Locator("main tbody a[href*='/receivables/']")).ToHaveCountAsync(1);
        await clerk.LookAsync();
        await clerk.OpenPortalAsync("/office/payments/unassigned");
        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("Parken Oktober");
        await clerk.LookAsync();
        foreach (var page in OfficePages)
        {
            await clerk.OpenPortalAsync(page);
            await clerk.LookAsync();
        }

        clerk.AssertQuietConsole();
        citizen.AssertQuietConsole();
    }

    /// <summary>The decision as a letter, the fee notice, and what the town keeps about the person.</summary>
    /// <returns>Where the fee is paid, and under which reference.</returns>
    private static async Task<(string Iban, string Reference)> ReadOwnPagesAsync(Visitor citizen)
    {
        await citizen.OpenPortalAsync("/permit/mine");
        var decision = await citizen.Page.Locator("main a[href$='/decision']").First.GetAttributeAsync("href");
        await citizen.OpenPortalAsync(decision!);
        await citizen.LookAsync();
        foreach (var page in (string[])["/permit/mine/data", "/permit/mine/vehicles", "/permit/mine/visitors"])
        {
            await citizen.OpenPortalAsync(page);
            await citizen.LookAsync();
        }

        await citizen.OpenPortalAsync(decision!.Replace("/decision", "/fee-notice", StringComparison.Ordinal));
        await citizen.LookAsync();
        var words = await citizen.Page.Locator("main dl").First.InnerTextAsync();
        return (Iban().Match(words).Value.Replace(" ", "", StringComparison.Ordinal), Reference().Match(words).Value.Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>The books hear of the notice through the outbox.</summary>
    private static async Task FollowReceivableAsync(Visitor clerk)
    {
        var receivable = clerk.Page.Locator("main tbody a[href*='/receivables/']").First;
        await clerk.OpenPortalAsync("/office/payments/receivables");
        for (var waited = 0; waited < LongestWait && await receivable.CountAsync() == 0; waited += 500)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            await clerk.Page.ReloadAsync();
        }

        await receivable.ClickAsync();
        await Assertions.Expect(clerk.Page).ToHaveURLAsync(OneReceivable());
        await clerk.LookAsync();
    }

    private static async Task UploadAsync(Visitor clerk, string statement)
    {
        await clerk.OpenPortalAsync("/office/payments");
        await clerk.Page.Locator("#statement").SetInputFilesAsync(new FilePayload { Name = "camt.xml", MimeType = "application/xml", Buffer = Encoding.UTF8.GetBytes(statement) });
        await clerk.PressMainButtonAsync();
        await Assertions.Expect(clerk.Page).ToHaveURLAsync(OneStatement());
    }

    /// <summary>A statement with a part of the fee, and with a payment that names nothing.</summary>
    private static string StatementOf(string iban, string reference) =>
        $"""
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
        <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-24T06:00:00</CreDtTm></GrpHdr>
        <Stmt><Id>S1</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2026-11-24T06:00:00</CreDtTm>
        <Acct><Id><IBAN>{iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
        <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp>{Money("0.00")}<Dt><Dt>2026-11-23</Dt></Dt></Bal>
        <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp>{Money("3.00")}<Dt><Dt>2026-11-23</Dt></Dt></Bal>
        {Entry("1.00", $"<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>{reference}</Ref></CdtrRefInf></Strd>")}
        {Entry("2.00", "<Ustrd>Parken Oktober</Ustrd>")}
        </Stmt></BkToCstmrStmt></Document>
        """;

    private static string Entry(string amount, string words) =>
        $"<Ntry>{Money(amount)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-23</Dt></BookgDt><ValDt><Dt>2026-11-23</Dt></ValDt>"
        + "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>"
        + $"<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Erika Beispiel</Nm></Pty></Dbtr></RltdPties><RmtInf>{words}</RmtInf></TxDtls></NtryDtls></Ntry>";

    private static string Money(string amount) => $"<Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>";

    [GeneratedRegex("/office/payments/receivables/[0-9a-f-]+$")]
    private static partial Regex OneReceivable();

    [GeneratedRegex("/office/payments/statements/[0-9a-f-]+$")]
    private static partial Regex OneStatement();

    [GeneratedRegex(@"DE\d{2}(?: ?\d{2,4}){4,6}")]
    private static partial Regex Iban();

    [GeneratedRegex(@"RF\d{2}(?: ?[A-Z0-9]{1,4})+")]
    private static partial Regex Reference();
}
