using System.Text.RegularExpressions;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Office.Story;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Office;

/// <summary>Clerks read words where the audit trail keeps codes.</summary>
public sealed partial class StoryWordsTests
{
    [Theory]
    [InlineData("application-confirmed", "12", "Laufzeit: 12 Monate", "Term: 12 months")]
    [InlineData("application-refused", "urn:modellstadt:parking:no-vehicle", null, null)]
    [InlineData("application-laid-before-clerk", "urn:modellstadt:parking:ask-office", null, null)]
    [InlineData("application-proposed", "book 3/0123456789ab, gebuehr-2027", "nach Fassung 3 der Regeln, gebuehr-2027", "by version 3 of the rules, gebuehr-2027")]
    [InlineData("change-requested", "PlateChange", "anderes Kennzeichen", "another plate")]
    [InlineData("change-requested", "by the link of the reminder", "über den Link der Erinnerung", "by the link of the reminder")]
    [InlineData("permit-renewed", "renew 12 months until 2027-12-31; GE-AB 12; EUR 25.00", "um 12 Monate bis 31.12.2027, GE-AB 12, 25,00 €", null)]
    [InlineData("plates-changed", "plates GE-AB 12, GE-CD 7; EUR 0.00", "Kennzeichen GE-AB 12, GE-CD 7, 0,00 €", null)]
    [InlineData("temporary-plate-added", "temporary plate GE-AB 12 from 2026-12-01 until 2026-12-14; EUR 5.00", "Ersatzkennzeichen GE-AB 12 von 01.12.2026 bis 14.12.2026, 5,00 €", null)]
    [InlineData("zone-changed", "zone P; EUR 0.00", "Zone P, 0,00 €", null)]
    [InlineData("zone-swap-proposed", "P", "Zone P", "zone P")]
    [InlineData("permit-lapsed", "MovedAway, EUR 10.42", "weggezogen, 10,42 €", null)]
    [InlineData("permit-returned", "refund open, book 3/0123456789ab", "über die Erstattung entscheidet das Amt, nach Fassung 3 der Regeln", "the office decides about the refund, by version 3 of the rules")]
    [InlineData("permit-granted-provisionally", "V-7, book 3/0123456789ab, provisional P; GE-AB 12; 14 days", "V-7, nach Fassung 3 der Regeln, Zone P, GE-AB 12, 14 Tage", null)]
    [InlineData("permit-granted", "V-7, 2026-11-23/2feecf0824ad, gebuehr", "V-7, nach den Regeln vom 23.11.2026, gebuehr", null)]
    [InlineData("refund-decided", "EUR 13.75", "13,75 €", null)]
    [InlineData("visitor-tickets-charged", "2 tickets, EUR 3.00, gebuehr-2027; decided by the program: § 1 Satzung", "2 Besuchertickets, 3,00 €, gebuehr-2027, vom Programm entschieden: § 1 Satzung", null)]
    [InlineData("register-event-set-aside", "urn:modellstadt:parking:event-set-aside", null, null)]
    [InlineData("slip-printed", "2027-12-31", "31.12.2027", null)]
    [InlineData("permit-revoked", "Return, zone P; urn:x", "Return, zone P; urn:x", "Return, zone P; urn:x")]
    public void An_entry_is_read_in_words_and_what_people_wrote_stays(string action, string detail, string? german, string? english)
    {
        var entry = new AuditEntry { Id = Guid.Empty, At = DateTimeOffset.UnixEpoch, Actor = "citizen", Action = action, Subject = "permit/x", Detail = detail };

        Assert.Equal(german, StoryWords.For(Language.German).DetailOf(entry)?.Replace('\u00a0', ' '));
        if (english is not null || german is null)
            Assert.Equal(english, StoryWords.For(Language.English).DetailOf(entry));
    }

    [Fact]
    public void Every_action_that_the_history_of_a_permit_or_an_application_can_show_has_words_in_both_languages()
    {
        var actions = Directory.EnumerateFiles(ProductFiles.PathOf("src/Modules/Parking"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).SelectMany(path => Written(File.ReadAllText(path))).Distinct().Order().ToArray();

        Assert.InRange(actions.Length, 40, 100);
        Assert.All(["permit-granted", "case-taken", "person-opened", "visitor-tickets-charged", "vehicle-left", "register-event-set-aside", "statement-made", "refund-decided"], action => Assert.Contains(action, actions));
        Assert.All(actions, action =>
        {
            Assert.NotEqual(action, OfficeTexts.For(Language.German).EventOf(action));
            Assert.NotEqual(action, OfficeTexts.For(Language.English).EventOf(action));
        });
    }

    /// <summary>The actions in a source file: in statements that write about a permit or an application, in the switches that name an action, and those with a name of their own.</summary>
    private static IEnumerable<string> Written(string source)
    {
        var writing = source.Split(';').Where(statement => Writes().IsMatch(statement) || statement.Contains("ActionOf(", StringComparison.Ordinal) && statement.Contains("switch", StringComparison.Ordinal));
        var named = source.Contains("ApplicationJournal", StringComparison.Ordinal) ? Named().Matches(source).Select(match => match.Groups[1].Value) : [];
        return writing.SelectMany(statement => Action().Matches(statement)).Select(match => match.Groups[1].Value).Concat(named);
    }

    [GeneratedRegex(@"journal\.(Add|NoteAsync|Refuse)\(|trail\.Add\([^;]*PermitSubject|change\.ExecuteAsync\(")]
    private static partial Regex Writes();

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("const string \\w+ = \"([a-z]+(?:-[a-z]+)+)\"")]
    private static partial Regex Named();

    [Theory]
    [InlineData("permit-suspended", "fee unpaid for more than 14 days; decided by the program: § 1 Satzung", "Gebühr seit mehr als 14 Tagen offen, vom Programm entschieden: § 1 Satzung", "fee open for more than 14 days, decided by the program: § 1 Satzung")]
    [InlineData("permit-taken-up", "fee settled", "Gebühr erledigt", "fee settled")]
    [InlineData("provisional-permit-ended", "vorläufig; die Tage sind um", "vorläufig, die Tage sind um", "provisional, its days are over")]
    public void What_the_program_wrote_by_itself_is_read_in_words_too(string action, string detail, string german, string english)
    {
        var entry = new AuditEntry { Id = Guid.Empty, At = DateTimeOffset.UnixEpoch, Actor = Actors.Program, Action = action, Subject = "permit/x", Detail = detail };

        Assert.Equal(german, StoryWords.For(Language.German).DetailOf(entry));
        Assert.Equal(english, StoryWords.For(Language.English).DetailOf(entry));
        Assert.Equal(detail, StoryWords.For(Language.German).DetailOf(new AuditEntry { Id = Guid.Empty, At = entry.At, Actor = "staff/x", Action = action, Subject = entry.Subject, Detail = detail }));
    }
}
