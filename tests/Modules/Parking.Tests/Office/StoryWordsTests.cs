using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Office.Story;

namespace Modellstadt.Parking.Tests.Office;

/// <summary>Clerks read words where the audit trail keeps codes.</summary>
public sealed class StoryWordsTests
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
    [InlineData("slip-printed", "2027-12-31", "31.12.2027", null)]
    [InlineData("permit-revoked", "Return, zone P; urn:x", "Return, zone P; urn:x", "Return, zone P; urn:x")]
    public void An_entry_is_read_in_words_and_what_people_wrote_stays(string action, string detail, string? german, string? english)
    {
        var entry = new AuditEntry { Id = Guid.Empty, At = DateTimeOffset.UnixEpoch, Actor = "citizen", Action = action, Subject = "permit/x", Detail = detail };

        Assert.Equal(german, StoryWords.For(Language.German).DetailOf(entry)?.Replace('\u00a0', ' '));
        if (english is not null || german is null)
            Assert.Equal(english, StoryWords.For(Language.English).DetailOf(entry));
    }
}
