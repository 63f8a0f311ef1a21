using Modellstadt.Kernel.Texts;

namespace Modellstadt.Messages.Tests.Letters;

/// <summary>Letters with every kind of block.</summary>
internal static class SampleLetters
{
    public static Letter Decision { get; } = new()
    {
        Sender = new LetterSender(new PostalAddress("Stadt Gelsenkirchen, Straßenverkehr", "Ebertstraße 11", "45879", "Gelsenkirchen"), [new LetterRow("Telefon", "0209 169-0")]),
        Addressee = new PostalAddress("Zoë M̂ira Ạ̈ung-Łukasiewicz", "Hauptstraße 12", "45879", "Gelsenkirchen"),
        Day = new DateOnly(2026, 11, 24),
        Reference = "GE-2026-000123",
        Language = Language.German,
        Title = "Bescheid über Ihren Bewohnerparkausweis",
        Blocks =
        [
            new LetterParagraph("Sie bekommen den Bewohnerparkausweis für die Zone A. Er gilt ab dem ersten Tag."),
            new LetterHeading("Was gilt"),
            new LetterTable([new LetterRow("Kennzeichen", "GE-AB 123"), new LetterRow("Gebühr", "30,00 €")]),
            new LetterList(["Der Ausweis gilt für das genannte Kennzeichen.", "Er verbürgt keinen Stellplatz."]),
            new LetterQrCode("BCD\n002\n1\nSCT", "QR-Code für die Überweisung", 40),
            new LetterRemedy("Ihre Rechte", ["Gegen diesen Bescheid können Sie Klage erheben."]),
        ],
    };

    public static Letter Slip { get; } = Decision with
    {
        Form = LetterForm.Slip,
        Addressee = null,
        Title = "Bewohnerparkausweis GE-AB 123",
        Blocks = [new LetterTable([new LetterRow("Zone", "A")]), new LetterQrCode(new string('A', 900), "Siegel der Stadt", 120)],
    };

    /// <summary>A letter of several pages.</summary>
    public static Letter Long { get; } = Decision with
    {
        Blocks = [.. Enumerable.Range(1, 60).Select(number => new LetterParagraph($"Absatz {number}. Die Stadt hat die Angaben mit ihren Registern verglichen und nichts gefunden, was gegen den Ausweis spricht."))],
    };
}
