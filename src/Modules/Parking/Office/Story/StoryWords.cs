using System.Globalization;
using System.Text.RegularExpressions;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Office.Story;

/// <summary>What an entry of the audit trail adds to its action, in words for clerks. The entry itself stays as it was written: it is the proof.</summary>
internal abstract partial class StoryWords : ITexts<StoryWords>
{
    private static readonly StoryWords German = new GermanStoryWords();
    private static readonly StoryWords English = new EnglishStoryWords();

    /// <summary>Actions whose detail a program wrote, whoever acted; the words that clerks and citizens wrote are left as they are.</summary>
    private static readonly string[] Written =
    [
        "application-confirmed", "application-proposed", "application-refused", "application-laid-before-clerk", "change-requested", "permit-granted", "permit-renewed", "plates-changed",
        "temporary-plate-added", "zone-changed", "zone-swap-proposed", "permit-lapsed", "permit-returned", "slip-printed", "refund-decided", "visitor-tickets-charged", "permit-granted-provisionally",
        "register-event-set-aside",
    ];

    public static StoryWords For(Language language) => language is Language.German ? German : English;

    protected abstract Language Language { get; }

    /// <summary>Words of the program that stand for themselves: purposes of applications, reasons of an end.</summary>
    protected abstract IReadOnlyDictionary<string, string> Names { get; }

    protected abstract string Term(string months);

    protected abstract string Renewed(string months, string until);

    protected abstract string Plates(string plates);

    protected abstract string Temporary(string plate, string from, string until);

    protected abstract string Zone(string zone);

    protected abstract string Rules(string version);

    protected abstract string ShippedRules(string day);

    protected abstract string Unpaid(string days);

    protected abstract string ByProgram(string basis);

    protected abstract string Tickets(string count);

    protected abstract string Days(string count);

    /// <summary>The detail in words; null when it adds nothing that a clerk can read.</summary>
    public string? DetailOf(AuditEntry entry) => entry switch
    {
        { Detail: null } => null,
        _ when entry.Actor != Actors.Program && !Written.Contains(entry.Action) => entry.Detail,
        { Action: "application-confirmed" } when Number().IsMatch(entry.Detail) => Term(entry.Detail),
        { Action: "zone-swap-proposed" } => Zone(entry.Detail),
        _ => InWords(entry.Detail),
    };

    /// <summary>What a program wrote, piece by piece; null when none of it is for people.</summary>
    public string? InWords(string written)
    {
        var pieces = Separator().Split(written).Select(Piece).OfType<string>().ToArray();
        return pieces is [] ? null : string.Join(", ", pieces);
    }

    private string? Piece(string piece)
    {
        if (piece.StartsWith("urn:", StringComparison.Ordinal))
            return null; // The refusal stands in full on the page of the application.
        if (Euros().Match(piece) is { Success: true } euros)
            return decimal.Parse(euros.Groups[1].Value, CultureInfo.InvariantCulture).ToString("C", Language.Culture());
        if (Book().Match(piece) is { Success: true } book)
            return Rules(book.Groups[1].Value);
        if (Shipped().Match(piece) is { Success: true } shipped)
            return ShippedRules(Day(shipped.Groups[1].Value));
        if (Renewal().Match(piece) is { Success: true } renewal)
            return Renewed(renewal.Groups[1].Value, Day(renewal.Groups[2].Value));
        if (Stand().Match(piece) is { Success: true } stand)
            return Temporary(stand.Groups[1].Value, Day(stand.Groups[2].Value), Day(stand.Groups[3].Value));
        if (FeeUnpaid().Match(piece) is { Success: true } unpaid)
            return Unpaid(unpaid.Groups[1].Value);
        if (Basis().Match(piece) is { Success: true } basis)
            return ByProgram(basis.Groups[1].Value);
        if (Visits().Match(piece) is { Success: true } visits)
            return Tickets(visits.Groups[1].Value);
        if (SomeDays().Match(piece) is { Success: true } days)
            return Days(days.Groups[1].Value);
        if (Change().Match(piece) is { Success: true } change)
            return change.Groups[1].Value is "zone" or "provisional" ? Zone(change.Groups[2].Value) : Plates(change.Groups[2].Value);
        return Names.GetValueOrDefault(piece, Day(piece));
    }

    /// <summary>A day as people write it; any other text as it is.</summary>
    private string Day(string text) => DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d", Language.Culture()) : text;

    [GeneratedRegex(@"^\d{1,3}$")]
    private static partial Regex Number();

    [GeneratedRegex("[,;] ")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^EUR (\d{1,9}\.\d\d)$")]
    private static partial Regex Euros();

    [GeneratedRegex(@"^book (\d+)/[0-9a-f]+$")]
    private static partial Regex Book();

    /// <summary>The rules that came with the product: the day of the files, and their fingerprint.</summary>
    [GeneratedRegex(@"^(\d{4}-\d\d-\d\d)/[0-9a-f]+$")]
    private static partial Regex Shipped();

    [GeneratedRegex(@"^renew (\d+) months until (\S+)$")]
    private static partial Regex Renewal();

    [GeneratedRegex(@"^temporary plate (.+) from (\S+) until (\S+)$")]
    private static partial Regex Stand();

    [GeneratedRegex(@"^fee unpaid for more than (\d+) days$")]
    private static partial Regex FeeUnpaid();

    [GeneratedRegex("^decided by the program: (.+)$")]
    private static partial Regex Basis();

    [GeneratedRegex(@"^(\d+) tickets$")]
    private static partial Regex Visits();

    [GeneratedRegex(@"^(\d+) days$")]
    private static partial Regex SomeDays();

    [GeneratedRegex("^(zone|provisional|plates) (.+)$")]
    private static partial Regex Change();
}
