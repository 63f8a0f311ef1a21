// ISO 20022, camt.053.001.02 and camt.053.001.08: AccountStatement, CashBalance, ReportEntry, EntryTransaction; balance codes of the external code set
using System.Globalization;
using System.Text.RegularExpressions;

namespace Modellstadt.Payments.Statements;

/// <summary>What the elements of a statement mean. The two versions differ in three places: the status of an entry, the amount of a transaction, the name of a party.</summary>
internal static partial class CamtFields
{
    private const string OpeningBooked = "OPBD";
    private const string PreviouslyClosedBooked = "PRCD";
    private const string ClosingBooked = "CLBD";
    private const string Booked = "BOOK";
    private const string NotProvided = "NOTPROVIDED";

    /// <summary>A statement from its head and its movements.</summary>
    /// <exception cref="CamtException">A field is missing or cannot be meant so.</exception>
    public static Statement StatementOf(CamtPart head, IReadOnlyList<StatementMovement> movements)
    {
        var iban = Iban.TryRead(Needed(head, "Acct/Id/IBAN")) ?? throw new CamtException(CamtFault.Malformed, "IBAN");
        var opening = Balance(head, OpeningBooked) ?? Balance(head, PreviouslyClosedBooked) ?? throw new CamtException(CamtFault.Missing, "Bal OPBD");
        var closing = Balance(head, ClosingBooked) ?? throw new CamtException(CamtFault.Missing, "Bal CLBD");
        return new Statement(Needed(head, "Id"), iban.Text, Signed(opening), Signed(closing), DayOf(closing, "Dt") ?? throw new CamtException(CamtFault.Missing, "Bal Dt"), movements);
    }

    /// <summary>The movements of an entry: one for each transaction in it when the bank gives their amounts, else one; none when it is not booked yet or moves nothing.</summary>
    /// <exception cref="CamtException">A field is missing or cannot be meant so.</exception>
    public static IReadOnlyList<StatementMovement> MovementsOf(CamtPart entry)
    {
        if ((entry.TextAt("Sts/Cd") ?? Needed(entry, "Sts")) != Booked)
            return [];

        var whole = new StatementMovement(Signed(entry), DayOf(entry, "BookgDt") ?? DayOf(entry, "ValDt") ?? throw new CamtException(CamtFault.Missing, "BookgDt"))
        {
            IsReturn = entry.TextAt("RvslInd") is "true" or "1",
            BatchId = entry.TextAt("NtryDtls/Btch/PmtInfId"),
            Words = entry.TextAt("AddtlNtryInf") ?? "",
        };
        if (whole.Cents == 0)
            return [];

        List<CamtPart> transactions = [.. entry.All("NtryDtls/TxDtls")];
        if (transactions is [var only])
            return [WithDetails(whole, only)];

        var amounts = transactions.ConvertAll(AmountIn);
        return transactions.Count > 0 && amounts.TrueForAll(amount => amount > 0) && amounts.Sum(amount => amount!.Value) == Math.Abs(whole.Cents)
            ? [.. transactions.Zip(amounts, (transaction, amount) => WithDetails(whole with { Cents = Math.Sign(whole.Cents) * amount!.Value }, transaction))]
            : [whole];
    }

    private static StatementMovement WithDetails(StatementMovement movement, CamtPart transaction)
    {
        var other = movement.Cents > 0 ? "Dbtr" : "Cdtr";
        return movement with
        {
            PartyName = transaction.TextAt($"RltdPties/{other}/Pty/Nm") ?? transaction.TextAt($"RltdPties/{other}/Nm"),
            PartyIban = Iban.TryRead(transaction.TextAt($"RltdPties/{other}Acct/Id/IBAN"))?.Text,
            Words = string.Join(' ', transaction.All("RmtInf/Ustrd").Select(line => line.Text)),
            References = [.. transaction.All("RmtInf/Strd/CdtrRefInf/Ref").Select(reference => reference.Text)],
            EndToEndId = transaction.TextAt("Refs/EndToEndId") is { } id && id != NotProvided ? id : null,
            BatchId = transaction.TextAt("Refs/PmtInfId") ?? movement.BatchId,
            IsReturn = movement.IsReturn || transaction.At("RtrInf") is not null,
            ReturnReason = transaction.TextAt("RtrInf/Rsn/Cd") ?? transaction.TextAt("RtrInf/Rsn/Prtry"),
        };
    }

    private static CamtPart? Balance(CamtPart head, string code) => head.All("Bal").FirstOrDefault(balance => balance.TextAt("Tp/CdOrPrtry/Cd") == code);

    private static long? AmountIn(CamtPart transaction) =>
        (transaction.At("Amt") ?? transaction.At("AmtDtls/TxAmt/Amt")) is { } amount && amount.Currency == "EUR" ? Cents(amount) : null;

    private static long Signed(CamtPart part)
    {
        var cents = Cents(part.At("Amt") ?? throw new CamtException(CamtFault.Missing, "Amt"));
        return Needed(part, "CdtDbtInd") switch
        {
            "CRDT" => cents,
            "DBIT" => -cents,
            _ => throw new CamtException(CamtFault.Malformed, "CdtDbtInd"),
        };
    }

    private static long Cents(CamtPart amount)
    {
        if (amount.Currency != "EUR")
            throw new CamtException(CamtFault.NotEuro, amount.Currency ?? "Ccy");
        if (!Amount().IsMatch(amount.Text))
            throw new CamtException(CamtFault.Malformed, "Amt");
        return (long)(decimal.Parse(amount.Text, CultureInfo.InvariantCulture) * 100);
    }

    private static DateOnly? DayOf(CamtPart part, string name)
    {
        if ((part.TextAt($"{name}/Dt") ?? part.TextAt($"{name}/DtTm")) is not { } text)
            return null;
        return DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new CamtException(CamtFault.Malformed, name);
    }

    private static string Needed(CamtPart part, string path) => part.TextAt(path) ?? throw new CamtException(CamtFault.Missing, path);

    /// <summary>Below a hundred billion, so that no sum overflows, and no cents in parts.</summary>
    [GeneratedRegex(@"^[0-9]{1,11}(\.[0-9]{1,2}0{0,3})?$")]
    private static partial Regex Amount();
}
