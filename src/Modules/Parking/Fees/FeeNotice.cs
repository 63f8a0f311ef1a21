using Modellstadt.Parking.Permits;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>A fee notice (Gebührenbescheid): what is to be paid for a permit, its change or visitor tickets, by whom, to whom.</summary>
internal sealed class FeeNotice
{
    private const string KeyPrefix = "fee-notice/";

    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>The permit.</summary>
    public required Guid PermitId { get; init; }

    /// <summary>The application; its browser may see the notice. For visitor tickets nobody applies: then it is the notice itself.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>What it is for.</summary>
    public required ApplicationPurpose Occasion { get; init; }

    /// <summary>Payment reference (Kassenzeichen): the permit's number, from the second notice on with a count behind it.</summary>
    public required string Reference { get; init; }

    /// <summary>Name of the person.</summary>
    public required string AddresseeName { get; init; }

    /// <summary>Street and house number.</summary>
    public required string AddresseeStreet { get; init; }

    /// <summary>Postal code and place.</summary>
    public required string AddresseePlace { get; init; }

    /// <summary>Euro cents.</summary>
    public required long AmountCents { get; init; }

    /// <summary>The fee rule it was calculated with.</summary>
    public required string FeeRuleId { get; init; }

    /// <summary>Name of the account holder; null when the town's account is not known.</summary>
    public string? PayeeName { get; init; }

    /// <summary>IBAN without blanks; null when the town's account is not known.</summary>
    public string? PayeeIban { get; init; }

    /// <summary>True when fee or account are made up.</summary>
    public required bool Demo { get; init; }

    /// <summary>Day of the notice.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Last day for the payment.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Under which key <c>Receivables</c> keeps what is owed and paid.</summary>
    public string ReceivableKey => KeyPrefix + Reference;

    /// <summary>The reference in such a key; null when it is another module's.</summary>
    public static string? ReferenceIn(string receivableKey) => receivableKey.StartsWith(KeyPrefix, StringComparison.Ordinal) ? receivableKey[KeyPrefix.Length..] : null;

    /// <summary>Whom it is for.</summary>
    public Addressee Addressee
    {
        get
        {
            var (code, place) = AddresseePlace.Split(' ', 2) is [var first, var rest] ? (first, rest) : ("", AddresseePlace);
            return new Addressee(AddresseeName, AddresseeStreet, code, place);
        }
    }

    /// <summary>The amount in euros.</summary>
    public decimal Euros => AmountCents / 100m;

    /// <summary>The transfer of the whole amount as a QR code for banking apps; null when the town's account is not known or nothing is to be paid.</summary>
    public GiroCode? ToGiroCode(ParkingTexts texts) => ToGiroCode(texts, AmountCents);

    /// <summary>The transfer of what is still open; null when the town's account is not known or nothing is.</summary>
    /// <param name="texts">The words for a demo.</param>
    /// <param name="openCents">Euro cents that are still open.</param>
    public GiroCode? ToGiroCode(ParkingTexts texts, long openCents) => PayeeName is { } name && PayeeIban is { } iban && openCents > 0
        ? new GiroCode(name, iban, openCents / 100m, CreditorReference.Of(Reference), Demo ? texts.DoNotPayShort : null)
        : null;
}
