using System.Globalization;
using System.Security;
using System.Text;

namespace Modellstadt.Payments.Tests.Statements;

/// <summary>A bank statement as a bank writes it, made by a test.</summary>
internal sealed record StatementFile(string Id, long OpeningCents, params IReadOnlyList<FileEntry> Entries)
{
    public const string Newest = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    public const string Older = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";

    public string Iban { get; init; } = PaymentTown.TownIban;

    public string Namespace { get; init; } = Newest;

    /// <summary>What the file says at its end; null: what is right.</summary>
    public long? Closing { get; init; }

    /// <summary>The day of its balances.</summary>
    public DateOnly Day { get; init; } = new(2026, 11, 23);

    public string Message { get; init; } = "MSG-1";

    /// <summary>Raw XML behind the entries.</summary>
    public string More { get; init; } = "";

    public long ClosingCents => Closing ?? OpeningCents + Entries.Sum(entry => entry.Cents);

    public string Xml =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="{Namespace}"><BkToCstmrStmt>
        <GrpHdr><MsgId>{Message}</MsgId><CreDtTm>2026-11-24T06:00:00</CreDtTm></GrpHdr>
        {Statement}
        </BkToCstmrStmt></Document>
        """;

    /// <summary>The statement alone, to put several into one file.</summary>
    public string Statement =>
        $"""
        <Stmt><Id>{Id}</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2026-11-24T06:00:00</CreDtTm>
        <Acct><Id><IBAN>{Iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
        {Balance("OPBD", OpeningCents)}{Balance("CLBD", ClosingCents)}
        {string.Concat(Entries.Select(entry => entry.Xml(Namespace == Newest)))}{More}
        </Stmt>
        """;

    public MemoryStream Open() => new(Encoding.UTF8.GetBytes(Xml));

    private string Balance(string code, long cents) =>
        $"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>{FileEntry.Money(cents)}<Dt><Dt>{Day:yyyy-MM-dd}</Dt></Dt></Bal>";
}

/// <summary>An entry of such a statement.</summary>
internal sealed record FileEntry(long Cents, string? Reference = null, string? Words = null)
{
    public const string CitizenIban = "DE75512108001245126199";

    public string? PartyName { get; init; } = "Erika Beispiel";

    public string? PartyIban { get; init; } = CitizenIban;

    public string? EndToEndId { get; init; }

    public string? ReturnReason { get; init; }

    public string? BatchId { get; init; }

    public string Status { get; init; } = "BOOK";

    /// <summary>Several transactions in one entry: amount and reference of each.</summary>
    public IReadOnlyList<(long Cents, string Reference)> Batch { get; init; } = [];

    public string Xml(bool newest) =>
        $"<Ntry>{Money(Cents)}<Sts>{(newest ? $"<Cd>{Status}</Cd>" : Status)}</Sts><BookgDt><Dt>2026-11-23</Dt></BookgDt><ValDt><Dt>2026-11-23</Dt></ValDt>"
        + $"<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls>{Details(newest)}</NtryDtls></Ntry>";

    /// <summary>An amount and its direction.</summary>
    public static string Money(long cents) =>
        string.Create(CultureInfo.InvariantCulture, $"<Amt Ccy=\"EUR\">{Math.Abs(cents) / 100m:0.00}</Amt><CdtDbtInd>{(cents < 0 ? "DBIT" : "CRDT")}</CdtDbtInd>");

    private string Details(bool newest) => (BatchId is null ? "" : $"<Btch><PmtInfId>{BatchId}</PmtInfId></Btch>") + (Batch.Count == 0
        ? Transaction(newest, "", Reference)
        : string.Concat(Batch.Select(part => Transaction(newest, AmountOf(newest, part.Cents), part.Reference))));

    private static string AmountOf(bool newest, long cents)
    {
        var amount = string.Create(CultureInfo.InvariantCulture, $"<Amt Ccy=\"EUR\">{cents / 100m:0.00}</Amt>");
        return newest ? amount : $"<AmtDtls><TxAmt>{amount}</TxAmt></AmtDtls>";
    }

    private string Transaction(bool newest, string amount, string? reference)
    {
        var other = Cents < 0 ? "Cdtr" : "Dbtr";
        var name = PartyName is null ? "" : newest ? $"<{other}><Pty><Nm>{Escaped(PartyName)}</Nm></Pty></{other}>" : $"<{other}><Nm>{Escaped(PartyName)}</Nm></{other}>";
        var account = PartyIban is null ? "" : $"<{other}Acct><Id><IBAN>{PartyIban}</IBAN></Id></{other}Acct>";
        var words = Words is null ? "" : string.Concat(Words.Chunk(35).Select(line => $"<Ustrd>{Escaped(new string(line))}</Ustrd>"));
        var structured = reference is null ? "" : $"<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>{Escaped(reference)}</Ref></CdtrRefInf></Strd>";
        var reason = ReturnReason is null ? "" : $"<RtrInf><Rsn><Cd>{ReturnReason}</Cd></Rsn></RtrInf>";
        return $"<TxDtls><Refs><EndToEndId>{EndToEndId ?? "NOTPROVIDED"}</EndToEndId></Refs>{amount}<RltdPties>{name}{account}</RltdPties><RmtInf>{words}{structured}</RmtInf>{reason}</TxDtls>";
    }

    private static string Escaped(string text) => SecurityElement.Escape(text);
}
